import type { UserId } from "../../../kernel/ids.ts";
import { isId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import type { StreamId } from "../domain/stream.ts";
import type { Access, Memberships, Page, StreamSource } from "./ports.ts";

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
  deps: { readonly source: StreamSource; readonly memberships: Memberships; readonly access: Access },
  reader: UserId,
  { stream, after, limit }: ListEntries,
): Promise<Page> {
  const page = await deps.source.read(stream, after + 1, limit);
  if (!(await mayRead(deps, reader, stream))) throw refuse("STREAM_NOT_FOUND");
  return page;
}

async function mayRead(
  deps: { readonly memberships: Memberships; readonly access: Access },
  reader: UserId,
  stream: StreamId,
): Promise<boolean> {
  if (!isId("chn", stream)) return stream === reader;
  return (await deps.memberships.isMember(reader, stream)) || deps.access.mayRead(reader, stream);
}
