import { Check, Copy } from "lucide-react";
import { useId } from "react";
import { settingsText } from "../text/settings.ts";
import { t } from "../text/text.ts";
import { Button } from "../ui/button.tsx";
import { useCopy } from "../ui/use-copy.ts";

interface SecretOnceProps {
  readonly label: string;
  /** What it is for, and that it is not shown again. */
  readonly hint: string;
  readonly secret: string;
  readonly onDone: () => void;
}

/** Something that is shown this once and has to be copied. */
export function SecretOnce({ label, hint, secret, onDone }: SecretOnceProps) {
  const id = useId();
  const { copied, copy } = useCopy();
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink2">{hint}</p>
      <div className="flex flex-col gap-1.5">
        <label htmlFor={id} className="text-sm font-semibold">
          {label}
        </label>
        <div className="flex gap-2">
          <input
            id={id}
            value={secret}
            readOnly
            autoFocus
            onFocus={(event) => event.target.select()}
            className="min-h-10 min-w-0 flex-1 rounded-lg border border-field-line bg-code px-3 font-mono text-[13px]"
          />
          <Button tone="primary" onClick={() => void copy(secret)} className="min-h-10">
            {copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
            {t(copied ? "ui.copied" : "ui.copy")}
          </Button>
        </div>
      </div>
      <div className="flex justify-end pb-2">
        <Button onClick={onDone}>{settingsText("done")}</Button>
      </div>
    </div>
  );
}
