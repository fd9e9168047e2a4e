import { create } from "@bufbuild/protobuf";
import type { Membership, MyChannel } from "../../../gen/chatter/channel/v1/channel_pb.js";
import { type Draft, type Unread, UnreadSchema } from "../../../gen/chatter/message/v1/message_pb.js";
import type { Preferences } from "../../../gen/chatter/user/v1/user_pb.js";
import type { Api } from "../api/clients.ts";
import type { Position } from "../realtime/streams.ts";
import type { Workspace } from "./workspace.ts";

/** What a person has, as the server lists it. */
export interface Lists {
  readonly mine: readonly MyChannel[];
  readonly drafts: readonly Draft[];
  readonly preferences: Preferences | undefined;
}

export async function askForLists(api: Api): Promise<Lists> {
  const [list, saved, chosen] = await Promise.all([
    api.channels.listMyChannels({}),
    api.messages.listDrafts({}),
    api.users.getPreferences({}),
  ]);
  return { mine: list.channels, drafts: saved.drafts, preferences: chosen.preferences };
}

/** Shows lists that are newer than the counts; answers from where on their channels are to be followed. */
export function takeLists(
  { channels, drafts, preferences }: Pick<Workspace, "channels" | "drafts" | "preferences">,
  lists: Lists,
  counted: readonly Unread[],
): readonly Position[] {
  const known = new Map(counted.map((count) => [count.channelId, count]));
  const counts = lists.mine.flatMap(({ membership }) =>
    membership === undefined ? [] : [known.get(membership.channelId) ?? nothingUnread(membership)],
  );
  channels.read(lists.mine, counts);
  drafts.read(lists.drafts);
  if (lists.preferences !== undefined) preferences.read(lists.preferences);
  return counts.map(({ channelId, head }) => ({ stream: channelId, seq: Number(head) }));
}

/** Whoever was added since the channels were counted has read everything before. */
const nothingUnread = ({ channelId, readSeq }: Membership): Unread =>
  create(UnreadSchema, { channelId, readSeq, head: readSeq });
