import type { ChannelId } from "../../../kernel/ids.ts";
import type { Throttle } from "../domain/throttle.ts";
import type { Connection } from "./delivery/connection.ts";
import type { Connections } from "./delivery/connections.ts";
import type { Frames, Signal, SignalBus, Timers } from "./ports.ts";

export interface TypingDeps {
  readonly throttle: Throttle;
  readonly bus: SignalBus;
  readonly timers: Timers;
}

/** Tells all servers that a member is writing; more often than the throttle allows, or by others, it is dropped. */
export function reportTyping(
  deps: TypingDeps,
  connection: Connection,
  { channelId, threadRootId }: { readonly channelId: ChannelId; readonly threadRootId: string },
): void {
  const { userId, actor } = connection;
  if (actor.scope !== "full" || !readsAsMember(connection, channelId)) return;
  if (!deps.throttle.allows(`${userId} ${channelId} ${threadRootId}`, deps.timers.now())) return;
  deps.bus.publish({ kind: "typing", channelId, threadRootId, userId });
}

/** Shows it to everybody else here who has the channel on screen and may read it now. */
export function showTyping(
  deps: { readonly connections: Connections; readonly frames: Frames },
  signal: Extract<Signal, { kind: "typing" }>,
): void {
  const frame = deps.frames.typing(signal);
  for (const connection of deps.connections.lookingAt(signal.channelId)) {
    const reader = connection.readers.get(signal.channelId);
    if (connection.userId === signal.userId || reader === undefined || reader.phase === "asking") continue;
    connection.mention(frame);
  }
}

function readsAsMember(connection: Connection, channel: ChannelId): boolean {
  const reader = connection.readers.get(channel);
  return reader?.standing === "member" && reader.phase !== "asking";
}
