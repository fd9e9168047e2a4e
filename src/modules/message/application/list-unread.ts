import type { UserId } from "../../../kernel/ids.ts";
import type { Memberships, Messages, UnreadCount } from "./ports.ts";

/** What a person has not read, counted from their read positions: nothing is counted twice or kept. */
export async function listUnread(
  deps: { readonly memberships: Memberships; readonly messages: Messages },
  reader: UserId,
): Promise<readonly UnreadCount[]> {
  return deps.messages.unread(await deps.memberships.readPositions(reader), reader);
}
