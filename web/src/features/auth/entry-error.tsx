import { useRouter } from "@tanstack/react-router";
import { failureOf } from "../../api/failure.ts";
import { useClient } from "../../store/client-context.tsx";
import { entryText } from "../../text/entry.ts";
import { t } from "../../text/text.ts";
import { Button } from "../../ui/button.tsx";
import { EntryNote } from "./entry-note.tsx";
import { SessionUnknown } from "./settled-session.ts";

/** In the place of a page that could not ask the server what it needs to know. */
export function EntryError({ error }: { readonly error: unknown }) {
  const router = useRouter();
  const { session } = useClient();
  const retry = async () => {
    if (error instanceof SessionUnknown) await session.verify();
    await router.invalidate();
  };
  const action = (
    <Button tone="primary" onClick={() => void retry()}>
      {t("ui.retry")}
    </Button>
  );
  return (
    <EntryNote tone="broken" title={entryText("entry.failed")} action={action}>
      {error instanceof SessionUnknown ? error.message : failureOf(error).text}
    </EntryNote>
  );
}
