import { usePresence } from "../../store/hooks.ts";
import type { Presence } from "../../store/people/presence.ts";
import { type Presence as Dot, PresenceDot } from "../../ui/presence-dot.tsx";

const dots: Readonly<Record<Presence, Dot>> = {
  online: "online",
  away: "away",
  "do-not-disturb": "busy",
  offline: "offline",
};

/** Whether somebody is there, as a dot. */
export function UserPresence({ userId }: { readonly userId: string }) {
  return <PresenceDot presence={dots[usePresence(userId)]} />;
}

/** Whether somebody is there, by the name of its text. */
export function usePresenceDot(userId: string): Dot {
  return dots[usePresence(userId)];
}
