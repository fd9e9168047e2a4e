import { useEffect, useMemo, useState } from "react";
import { whenIdle } from "../ui/when-idle.ts";

type Typeset = typeof import("./typeset.ts").typeset;

/** Kept once it is there, so that a formula scrolled into view has its height at once. */
let loaded: Typeset | undefined;

interface FormulaProps {
  readonly tex: string;
  /** On lines of its own. */
  readonly apart?: boolean;
}

/** A formula; as it was typed until the typesetter is there, and where it cannot be read. */
export function Formula({ tex, apart = false }: FormulaProps) {
  const typeset = useTypeset();
  const formula = useMemo(() => typeset?.(tex, apart), [typeset, tex, apart]);
  if (formula === undefined) return apart ? <pre>{tex}</pre> : <code>{tex}</code>;
  const place = (span: HTMLElement | null) => span?.replaceChildren(formula);
  // What scrolls must be reachable without a mouse.
  return apart ? <div className="md-formula" tabIndex={0} ref={place} /> : <span ref={place} />;
}

function useTypeset(): Typeset | undefined {
  const [typeset, setTypeset] = useState(() => loaded);
  useEffect(() => {
    if (typeset !== undefined) return undefined;
    return whenIdle(async (signal) => {
      ({ typeset: loaded } = await import("./typeset.ts"));
      if (!signal.aborted) setTypeset(() => loaded);
    });
  }, [typeset]);
  return typeset;
}
