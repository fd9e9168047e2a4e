import { Check, Copy } from "lucide-react";
import { secondFactorText as t } from "../../../text/second-factor.ts";
import { t as common } from "../../../text/text.ts";
import { Button } from "../../../ui/button.tsx";
import { useCopy } from "../../../ui/use-copy.ts";

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** Shown this once. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const { copied, copy } = useCopy();
  return (
    <div className="flex flex-col gap-4 pb-2">
      <p className="text-ink2">{t("codes.lead")}</p>
      <ul
        aria-label={t("codes.list")}
        className="grid grid-cols-2 gap-x-4 gap-y-1 rounded-lg bg-code px-4 py-3 font-mono text-[13px] max-pane:grid-cols-1"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => void copy(codes.join("\n"))}>
          {copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
          {common(copied ? "ui.copied" : "ui.copy")}
        </Button>
        <Button tone="primary" onClick={onDone}>
          {t("codes.done")}
        </Button>
      </div>
    </div>
  );
}
