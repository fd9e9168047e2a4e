import type { Config } from "../config.ts";

/** One thing that was looked at. */
export interface Finding {
  /** A problem keeps people from working, or will; a warning may be meant so. */
  readonly state: "fine" | "warning" | "problem";
  /** A sentence without a secret. */
  readonly what: string;
  /** What to do about it. */
  readonly remedy?: string;
}

/** Looks at one side of an installation. Does not reject for what it is there to find. */
export type Check = (config: Config) => Promise<readonly Finding[]>;

export const fine = (what: string): Finding => ({ state: "fine", what });
export const warning = (what: string, remedy: string): Finding => ({ state: "warning", what, remedy });
export const problem = (what: string, remedy: string): Finding => ({ state: "problem", what, remedy });
