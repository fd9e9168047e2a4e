import { ChannelKind } from "../../../../gen/chatter/channel/v1/channel_pb.js";
import { type ChannelId, parseId } from "../../../kernel/ids.ts";
import type { Person } from "./world.ts";

let names = 0;

export const freshName = (): string => `channel-${++names}`;

export interface OpenChannel {
  readonly channelId: ChannelId;
  readonly name: string;
}

/** Opens a public channel under a new name, unless told otherwise. */
export async function open(
  person: Person,
  { kind = ChannelKind.PUBLIC, name = freshName() }: { kind?: ChannelKind; name?: string } = {},
): Promise<OpenChannel> {
  const { channel } = await person.api.createChannel({ kind, name });
  return { channelId: parseId("chn", channel?.id ?? ""), name };
}

/** A private channel with these people as plain members. */
export async function openPrivate(person: Person, ...members: readonly Person[]): Promise<OpenChannel> {
  const opened = await open(person, { kind: ChannelKind.PRIVATE });
  const userIds = members.map(({ userId }) => userId);
  if (userIds.length > 0) await person.api.addMembers({ ...opened, userIds });
  return opened;
}

/** The conversation with these people; without any, notes to self. */
export async function openDirect(person: Person, ...others: readonly Person[]): Promise<ChannelId> {
  const { channel } = await person.api.openDirect({ userIds: others.map(({ userId }) => userId) });
  return parseId("chn", channel?.id ?? "");
}
