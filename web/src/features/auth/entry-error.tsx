import { useRouter } from "@tanstack/react-router";
import { failureText } from "../../forms/failure.ts";
import { entryText } from "../../text/entry.ts";
import { t } from "../../text/text.ts";
import { Button } from "../../ui/button.tsx";
import { EntryNote } from "./entry-note.tsx";

/** In the place of a page that could not ask the server what it needs to know. */
export function EntryError({ error }: { readonly error: unknown }) {
  const router = useRouter();
  const action = (
    <Button tone="primary" onClick={() => void router.invalidate()}>
      {t("ui.retry")}
    </Button>
  );
  return (
    <EntryNote tone="broken" title={entryText("entry.failed")} action={action}>
      {failureText(error)}
    </EntryNote>
  );
}
