import { isId } from "../../../kernel/ids.ts";
import type { Goodbye } from "../domain/goodbye.ts";
import type { Standing } from "../domain/position.ts";
import type { StreamId } from "../domain/stream.ts";
import type { Connection } from "./delivery/connection.ts";
import { attach, type FollowDeps } from "./delivery/follow.ts";
import type { Reader } from "./delivery/reader.ts";
import type { Limits } from "./limits.ts";
import type { Frames } from "./ports.ts";

export interface WatchDeps extends FollowDeps {
  readonly frames: Frames;
  readonly limits: Limits;
}

export interface Watch {
  readonly stream: StreamId;
  /** The last entry applied; without it the stream is read from its live end on. */
  readonly cursor: number | undefined;
}

/** Why a connection ends that wants to watch more than it may. */
export const tooManyStreams: Goodbye = {
  reason: "protocol_error",
  message: "More streams are watched than the limits in Welcome allow.",
};

/**
 * Catches up on streams the connection reads, and begins to read channels the person may look at.
 * Answers false, and watches nothing further, where that would be more than a connection may have.
 */
export function watchStreams(deps: WatchDeps, connection: Connection, watches: readonly Watch[]): boolean {
  for (const { stream, cursor } of watches) {
    const reader = connection.readers.get(stream);
    if (reader !== undefined) void readAgain(deps, reader, cursor);
    else if (!isId("chn", stream)) connection.say(deps.frames.reset(stream, 0, "not_allowed"));
    else if (connection.named !== undefined && connection.named.size < deps.limits.namedEarly)
      connection.named.set(stream, cursor);
    else if (previews(connection) >= deps.limits.watchedStreams) return false;
    else void preview(deps, connection, { stream, cursor });
  }
  return true;
}

/** Ends previews; what one reads as a member goes on. */
export function unwatchStreams(connection: Connection, streams: readonly StreamId[]): void {
  for (const stream of streams) {
    const reader = connection.readers.get(stream);
    if (reader?.standing === "preview") reader.close();
    else connection.named?.delete(stream);
  }
}

async function preview(deps: WatchDeps, connection: Connection, { stream, cursor }: Watch): Promise<void> {
  const reader = attach(deps, connection, { stream, standing: "preview" });
  if (await reader.place(cursor)) deps.doorkeeper.ask(reader);
}

/** Who goes back passes everything again; who goes forward skips entries and must ask. */
async function readAgain(deps: WatchDeps, reader: Reader, cursor: number | undefined): Promise<void> {
  const { phase, next } = reader;
  const standing: Standing = reader.standing;
  if (!(await reader.place(cursor))) return;
  if (phase !== "asking" && reader.next <= next) deps.doorkeeper.admit(reader, standing);
  else deps.doorkeeper.ask(reader);
}

function previews(connection: Connection): number {
  let count = 0;
  for (const reader of connection.readers.values()) if (reader.standing === "preview") count += 1;
  return count;
}
