import type { Emitter } from "highlight.js";
import highlighter from "highlight.js/lib/core";
import { languages } from "./languages.ts";

/** A stretch of code of one kind: `keyword`, `string`, `comment` and so on; undefined for plain code. */
export interface CodeRun {
  readonly kind: string | undefined;
  readonly value: string;
}

/** Collects runs where highlight.js would write HTML, so that React makes the elements and nothing is trusted. */
class RunEmitter implements Emitter {
  readonly runs: CodeRun[] = [];
  readonly #open: string[] = [];

  startScope(name: string): void {
    this.#open.push(name);
  }

  endScope(): void {
    this.#open.pop();
  }

  openNode(name: string): void {
    this.startScope(name);
  }

  closeNode(): void {
    this.endScope();
  }

  addText(value: string): void {
    if (value !== "") this.runs.push({ kind: this.#open.at(-1)?.split(".")[0], value });
  }

  __addSublanguage(emitter: Emitter): void {
    if (emitter instanceof RunEmitter) this.runs.push(...emitter.runs);
  }

  finalize(): void {}

  toHTML(): string {
    return "";
  }
}

highlighter.configure({ __emitter: RunEmitter });
for (const [name, language] of Object.entries(languages)) highlighter.registerLanguage(name, language);

/** The code in runs, or undefined when nobody has taught us its language. */
export function highlight(code: string, language: string): readonly CodeRun[] | undefined {
  if (highlighter.getLanguage(language) === undefined) return undefined;
  const { _emitter: emitter } = highlighter.highlight(code, { language, ignoreIllegals: true });
  return emitter instanceof RunEmitter ? emitter.runs : undefined;
}
