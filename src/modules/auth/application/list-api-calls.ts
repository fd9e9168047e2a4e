import type { ApiCall, ApiCallPlace, ApiCallsWanted } from "../domain/api-call.ts";
import type { AuthPorts } from "./ports.ts";

export interface ApiCallPage {
  /** The latest first. */
  readonly calls: readonly ApiCall[];
  /** Where the next page begins; undefined at the end. */
  readonly next: ApiCallPlace | undefined;
}

/** The calls of programs, of all or of some, from before a place on. */
export async function listApiCalls(
  { store }: Pick<AuthPorts, "store">,
  wanted: ApiCallsWanted,
  { before, limit }: { readonly before: ApiCallPlace | undefined; readonly limit: number },
): Promise<ApiCallPage> {
  const found = await store.read.listApiCalls(wanted, before, limit + 1);
  const calls = found.slice(0, limit);
  return { calls, next: found.length > limit ? calls.at(-1) : undefined };
}
