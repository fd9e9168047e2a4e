import { passkeyText as t } from "../../../text/passkeys.ts";

/** Between two ways of doing the same. */
export function Divider() {
  return (
    <p aria-hidden className="flex items-center gap-3 text-[13px] text-ink3">
      <span className="h-px flex-1 bg-line" />
      {t("or")}
      <span className="h-px flex-1 bg-line" />
    </p>
  );
}
