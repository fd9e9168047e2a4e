import { isId, type UserId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import type { StreamId } from "../domain/stream.ts";
import type { Access, Page, StreamSource } from "./ports.ts";

export interface ListEntriesDeps {
  readonly source: StreamSource;
  readonly access: Access;
}

export interface ListEntries {
  readonly stream: StreamId;
  readonly after: number;
  readonly limit: number;
}

/**
 * A part of a stream. The right to read is asked for after reading: whoever was removed before then
 * gets nothing, and what was read before a later removal is older than it.
 */
export async function listEntries(
  deps: ListEntriesDeps,
  reader: UserId,
  { stream, after, limit }: ListEntries,
): Promise<Page> {
  const page = await deps.source.read(stream, after + 1, limit);
  if (!(await mayRead(deps, reader, stream))) throw refuse("STREAM_NOT_FOUND");
  return page;
}

function mayRead(deps: ListEntriesDeps, reader: UserId, stream: StreamId): Promise<boolean> {
  return isId("chn", stream) ? deps.access.mayRead(reader, stream) : Promise.resolve(stream === reader);
}
