import type { Connections } from "./delivery/connections.ts";
import type { Log } from "./delivery/log.ts";
import type { Frames, People, Signal } from "./ports.ts";

export interface ProfileDeps {
  readonly connections: Connections;
  readonly people: People;
  readonly log: Log;
  readonly frames: Frames;
}

/** Shows a person as they are now to everybody who may see them. */
export async function tellProfile(
  deps: ProfileDeps,
  { userId, user }: Extract<Signal, { kind: "profile" }>,
): Promise<void> {
  const frame = deps.frames.user(user);
  const guests = [];
  for (const connection of deps.connections.all()) {
    if (connection.guest !== false && connection.userId !== userId) guests.push(connection);
    else connection.mention(frame);
  }
  if (guests.length === 0) return;
  const shared = await deps.log.until("ask who sees a person", () => deps.people.sharedWith(userId));
  for (const guest of guests) if (shared.has(guest.userId)) guest.mention(frame);
}
