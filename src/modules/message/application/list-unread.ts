import type { UserId } from "../../../kernel/ids.ts";
import type { Circles, Memberships, Messages, UnreadCount } from "./ports.ts";

/** What a person has not read, counted from their read positions: nothing is counted twice or kept. */
export async function listUnread(
  deps: { readonly memberships: Memberships; readonly messages: Messages; readonly circles: Circles },
  reader: UserId,
): Promise<readonly UnreadCount[]> {
  const [positions, callings] = await Promise.all([
    deps.memberships.readPositions(reader),
    deps.circles.callingsOf(reader),
  ]);
  return deps.messages.unread(positions, reader, callings);
}
