/** Of what somebody wants to be told. */
export type Level = "everything" | "mentions" | "nothing";

/** Whose choice a level is: made for the channel, for all channels, or by the organisation. */
export type Chooser = "channel" | "person" | "org";

/** What was chosen, from the narrowest to the widest; undefined: nothing. */
export interface Chosen {
  readonly channel: Level | undefined;
  readonly person: Level | undefined;
  readonly org: Level | undefined;
}

/** What holds where nobody chose anything. */
export const DEFAULT_LEVEL: Level = "mentions";

/** The narrowest choice counts. */
export function levelOf({ channel, person, org }: Chosen): {
  readonly level: Level;
  readonly chosenBy: Chooser;
} {
  if (channel !== undefined) return { level: channel, chosenBy: "channel" };
  if (person !== undefined) return { level: person, chosenBy: "person" };
  return { level: org ?? DEFAULT_LEVEL, chosenBy: "org" };
}
