import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { t } from "../text/text.ts";
import { useCopy } from "../ui/use-copy.ts";
import { whenIdle } from "../ui/when-idle.ts";
import type { CodeRun } from "./highlight.ts";

interface CodeBlockProps {
  readonly language: string | undefined;
  readonly value: string;
}

export function CodeBlock({ language, value }: CodeBlockProps) {
  const runs = useHighlighted(value, language);
  const { copied, copy } = useCopy();
  return (
    <div className="md-code-block">
      <pre tabIndex={0} aria-label={t("message.code")}>
        <code>{runs === undefined ? value : runs.map(toSpan)}</code>
      </pre>
      <button type="button" className="md-copy" onClick={() => copy(value)}>
        {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
        {copied ? t("ui.copied") : t("ui.copy")}
      </button>
    </div>
  );
}

/** Plain at first, so that a list of messages never waits for colours. */
function useHighlighted(value: string, language: string | undefined): readonly CodeRun[] | undefined {
  const [highlighted, setHighlighted] = useState<{ of: string; runs: readonly CodeRun[] | undefined }>();
  useEffect(() => {
    if (language === undefined) return undefined;
    return whenIdle(async (signal) => {
      const { highlight } = await import("./highlight.ts");
      if (!signal.aborted) setHighlighted({ of: value, runs: highlight(value, language) });
    });
  }, [value, language]);
  return highlighted?.of === value ? highlighted.runs : undefined;
}

function toSpan(run: CodeRun, index: number) {
  return run.kind === undefined ? (
    run.value
  ) : (
    <span key={index} className={`hl-${run.kind}`}>
      {run.value}
    </span>
  );
}
