import { type RefObject, useEffect } from "react";
import type { ComposerHandle } from "../../../composer/composer-props.ts";

/** A letter typed while the keyboard is nowhere goes where one writes. */
export function useTypeAnywhere(composer: RefObject<ComposerHandle | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isLetter = event.key.length === 1 && event.key !== "?" && event.key !== " ";
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
      if (!isLetter || hasModifier || event.defaultPrevented || event.target !== document.body) return;
      composer.current?.focus();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [composer]);
}
