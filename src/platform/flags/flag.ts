import { createHash } from "node:crypto";
import type { UserId } from "../../kernel/ids.ts";

/** What the code can do either way, as long as both ways are wanted. */
export interface FlagDeclaration {
  /** What is done where it is on, in a sentence for operators. */
  readonly purpose: string;
  /** Of the people, while nobody has decided. */
  readonly percent: number;
}

/** Flags by name, which is how they are kept: one that is renamed is another one. */
export type FlagDeclarations<Name extends string> = Readonly<Record<Name, FlagDeclaration>>;

/** For whom a flag is on. */
export interface Rollout {
  /** From 0 to 100: of the people who are named in neither list. */
  readonly percent: number;
  readonly onFor: readonly UserId[];
  readonly offFor: readonly UserId[];
}

/** Whoever is in at some percentage stays in at every larger one. */
export function isOnFor(flag: string, userId: UserId, { percent, onFor, offFor }: Rollout): boolean {
  if (offFor.includes(userId)) return false;
  return onFor.includes(userId) || placeOf(flag, userId) < percent;
}

const PLACES = 100;

/** From 0 to 99, on every server and for ever; by another order for each flag, so that nobody is always the first. */
function placeOf(flag: string, userId: UserId): number {
  return createHash("sha256").update(`${flag} ${userId}`).digest().readUInt32BE() % PLACES;
}
