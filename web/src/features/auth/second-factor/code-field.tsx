import type { ComponentProps } from "react";
import { secondFactorText as t } from "../../../text/second-factor.ts";
import { TextField } from "../../../ui/text-field.tsx";

/** Six digits, which phones offer to fill in. */
export function CodeField(props: ComponentProps<typeof TextField>) {
  return <TextField {...props} inputMode="numeric" autoComplete="one-time-code" maxLength={7} required />;
}

/** Apps show a gap in the middle, and people type it. */
export function checkCode({ code }: { readonly code: string }) {
  return { code: /^\d{6}$/.test(code.replaceAll(" ", "")) ? undefined : t("step.codeMissing") };
}
