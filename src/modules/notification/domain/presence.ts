/** What others see of a person. */
export type PresenceState = "active" | "away" | "offline" | "do_not_disturb";

/** What the person chose for all devices; `automatic` follows what they do. */
export type PresenceSetting = "automatic" | "active" | "away" | "do_not_disturb";

/** A setting and how long it holds. */
export interface PresenceChoice {
  readonly setting: PresenceSetting;
  /** Undefined: until another choice is made. */
  readonly expiresAt: Date | undefined;
}

export const automatic: PresenceChoice = { setting: "automatic", expiresAt: undefined };

/** What still holds of a choice. */
export function settingAt({ setting, expiresAt }: PresenceChoice, now: Date): PresenceSetting {
  return expiresAt !== undefined && expiresAt <= now ? "automatic" : setting;
}

/** What one server shows of a person who is connected to it, one value a connection. */
export function stateOf(setting: PresenceSetting, looking: Iterable<boolean>): PresenceState {
  const connections = [...looking];
  if (connections.length === 0) return "offline";
  if (setting !== "automatic") return setting;
  return connections.includes(true) ? "active" : "away";
}

const BY_WEIGHT: readonly PresenceState[] = ["do_not_disturb", "active", "away"];

/** What several servers show of one person, taken together. */
export function together(states: Iterable<PresenceState>): PresenceState {
  const all = new Set(states);
  return BY_WEIGHT.find((state) => all.has(state)) ?? "offline";
}
