import type { Message } from "../../../store/log/message.ts";

/** A stored message by Amara at a position of the log. */
export function messageAt(seq: number, change: Partial<Message> = {}): Message {
  return {
    key: `msg_${seq}`,
    id: `msg_${seq}`,
    channelId: "chn_1",
    seq,
    authorId: "usr_amara",
    clientId: "",
    text: `Message ${seq}`,
    postedAt: seq * 60_000,
    mentions: { userIds: [], channel: false, here: false },
    threadRootId: undefined,
    alsoInChannel: false,
    thread: undefined,
    reactions: [],
    editedAt: undefined,
    deletedAt: undefined,
    pin: undefined,
    sending: undefined,
    ...change,
  };
}
