import type { Letter } from "./letter.ts";

/** What carries letters out of the program. */
export interface Carrier {
  /** Throws EngineRefused where nothing can be carried as it is set. */
  check(): Promise<void>;
  carry(letter: Letter): Promise<void>;
  close(): void;
}
