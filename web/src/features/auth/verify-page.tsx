import { entryText as t } from "../../text/entry.ts";
import { MainLink } from "./entry-link.tsx";
import { EntryNote } from "./entry-note.tsx";
import { home } from "./next.ts";

interface VerifyPageProps {
  readonly isConfirmed: boolean;
  readonly isSignedIn: boolean;
}

/** How following the link of a letter ended. */
export function VerifyPage({ isConfirmed, isSignedIn }: VerifyPageProps) {
  const action = isSignedIn ? (
    <MainLink to={home}>{t("entry.continue")}</MainLink>
  ) : (
    <MainLink to="/login">{t("entry.toLogin")}</MainLink>
  );
  if (!isConfirmed) {
    return (
      <EntryNote tone="broken" title={t("verify.invalid")} action={action}>
        {t(isSignedIn ? "verify.invalidHint" : "verify.invalidHintSignIn")}
      </EntryNote>
    );
  }
  return (
    <EntryNote tone="done" title={t("verify.done")} action={action}>
      {t(isSignedIn ? "verify.doneHint" : "verify.doneHintSignIn")}
    </EntryNote>
  );
}
