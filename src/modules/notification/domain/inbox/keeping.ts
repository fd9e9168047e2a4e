/** What somebody was told of is kept so long, read or not. */
const KEPT_MS = 90 * 86_400_000;

/** What was raised before this moment is forgotten. */
export const keptSince = (now: Date): Date => new Date(now.getTime() - KEPT_MS);
