import type { ChannelId, UserId } from "../../../kernel/ids.ts";
import type { Membership } from "../domain/membership.ts";
import type { ChannelReader } from "./ports.ts";

export interface ListMembers {
  readonly channelId: ChannelId;
  readonly pageSize: number;
  /** The last person of the page before. */
  readonly after: UserId | undefined;
}

export interface MemberPage {
  readonly members: readonly Membership[];
  /** Undefined at the end. */
  readonly next: UserId | undefined;
}

/** The people of a channel, by id. */
export async function listMembers(
  { reader }: { readonly reader: ChannelReader },
  { channelId, pageSize, after }: ListMembers,
): Promise<MemberPage> {
  const found = await reader.listMembers(channelId, { after, limit: pageSize + 1 });
  const members = found.slice(0, pageSize);
  return { members, next: found.length > pageSize ? members.at(-1)?.userId : undefined };
}
