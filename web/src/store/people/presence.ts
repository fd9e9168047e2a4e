import { createStore } from "zustand/vanilla";
import { PresenceState } from "../../../../gen/chatter/notification/presence/v1/presence_pb.js";
import type { PresenceChanged } from "../../../../gen/chatter/notification/v1/realtime_pb.js";

export type Presence = "online" | "away" | "offline" | "do-not-disturb";

const states: Partial<Record<PresenceState, Presence>> = {
  [PresenceState.ACTIVE]: "online",
  [PresenceState.AWAY]: "away",
  [PresenceState.DO_NOT_DISTURB]: "do-not-disturb",
};

/** The presence of people who are on screen; whoever is not named is offline. */
export const createPresence = () => createStore<ReadonlyMap<string, Presence>>(() => new Map());

export function withPresence(all: ReadonlyMap<string, Presence>, { userId, state }: PresenceChanged) {
  return new Map([...all, [userId, states[state] ?? ("offline" as const)]]);
}
