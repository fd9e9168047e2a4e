import { keywordsOf } from "./keywords.ts";
import type { Level } from "./level.ts";
import { assertSchedule, type Schedule } from "./schedule.ts";

/** Of what somebody wants to be told, and when. */
export interface Settings {
  /** Undefined: what the organisation chose. */
  readonly level: Level | undefined;
  readonly keywords: readonly string[];
  /** Undefined: at any time. */
  readonly schedule: Schedule | undefined;
}

/** Settings as they are kept; throws KEYWORD_INVALID, TOO_MANY_KEYWORDS, SCHEDULE_EMPTY, TIMEZONE_UNKNOWN. */
export function settingsOf(wish: Settings): Settings {
  if (wish.schedule !== undefined) assertSchedule(wish.schedule);
  return { ...wish, keywords: keywordsOf(wish.keywords) };
}
