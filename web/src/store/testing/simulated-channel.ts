import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { timestampFromMs, timestampMs } from "@bufbuild/protobuf/wkt";
import { Code, ConnectError } from "@connectrpc/connect";
import fc from "fast-check";
import {
  type Message,
  MessageSchema,
  ReactionSchema,
  ThreadSummarySchema,
} from "../../../../gen/chatter/message/v1/content_pb.js";
import type {
  ListMessagesRequest,
  ListThreadRequest,
} from "../../../../gen/chatter/message/v1/message_pb.js";
import { type Entry, EntrySchema } from "../../../../gen/chatter/stream/v1/entry_pb.js";

/** Something that people try to do; numbers choose among the people and messages that there are. */
export type Deed =
  | { readonly kind: "post"; readonly by: number; readonly calls: number }
  | {
      readonly kind: "reply";
      readonly by: number;
      readonly calls: number;
      readonly to: number;
      readonly also: boolean;
    }
  | { readonly kind: "edit"; readonly which: number; readonly calls: number }
  | { readonly kind: "delete" | "pin" | "unpin"; readonly which: number }
  | { readonly kind: "move"; readonly which: number; readonly to: number }
  | { readonly kind: "react"; readonly by: number; readonly which: number; readonly emoji: number };

const by = fc.nat(2);
const calls = fc.nat(3);
const which = fc.nat(40);

export const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("post" as const), by, calls }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("reply" as const), by, calls, to: which, also: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("edit" as const), which, calls }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom("delete" as const, "pin" as const, "unpin" as const),
      which,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("move" as const), which, to: which }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("react" as const), by, which, emoji: fc.nat(1) }),
  },
);

export const channelId = "chn_1";
export const person = (index: number): string => `usr_${index}`;
export const me = person(0);

/**
 * A channel on a server: a list of entries, from which everything else is counted anew each time it is
 * asked for, as of any moment. It shares no code with the client.
 */
export class SimulatedChannel {
  readonly entries: Entry[] = [];

  get head(): number {
    return this.entries.length;
  }

  act(deed: Deed): void {
    const body = this.#bodyOf(deed);
    if (body === undefined) return;
    const seq = this.head + 1;
    const actorId = "by" in deed ? person(deed.by) : this.#authorOf(deed);
    this.entries.push(create(EntrySchema, { at: timestampFromMs(seq * 1_000), actorId, body }));
  }

  /** Every message that was posted up to a position, as it was then. */
  messages(head: number): Message[] {
    const entries = this.entries.slice(0, head);
    return entries.flatMap(({ body }, index) =>
      body.case === "messagePosted" && body.value.message !== undefined
        ? [stateOf({ ...body.value.message, seq: BigInt(index + 1) }, entries)]
        : [],
    );
  }

  listed(head: number): Message[] {
    return this.messages(head).filter(
      ({ threadRootId, alsoInChannel, deletedAt, thread }) =>
        (threadRootId === "" || alsoInChannel) && (deletedAt === undefined || thread !== undefined),
    );
  }

  replies(rootId: string, head: number): Message[] {
    return this.messages(head).filter(
      ({ threadRootId, deletedAt }) => threadRootId === rootId && deletedAt === undefined,
    );
  }

  page({ anchor, limit = 50 }: ListMessagesRequest, head: number) {
    const all = this.listed(head);
    const border = this.#borderOf(anchor, head);
    const after = border === undefined ? -1 : all.findIndex(({ seq }) => seq >= border);
    const middle = after < 0 ? all.length : after;
    const isAround = border !== undefined && anchor.case?.startsWith("around");
    const older = anchor.case === "afterSeq" ? 0 : isAround ? Math.floor(limit / 2) : limit;
    const newer = anchor.case === "afterSeq" || isAround ? limit - older : 0;
    const from = Math.max(0, middle - older);
    const to = middle + newer;
    return {
      messages: all.slice(from, to),
      hasOlder: from > 0,
      hasNewer: to < all.length,
      head: BigInt(head),
    };
  }

  thread({ rootId, beforeSeq, limit = 100 }: ListThreadRequest, head: number) {
    const all = this.replies(rootId, head).filter(({ seq }) => beforeSeq === undefined || seq < beforeSeq);
    const from = Math.max(0, all.length - limit);
    const root = this.messages(head).find(({ id }) => id === rootId);
    return root && { root, replies: all.slice(from), hasOlder: from > 0, head: BigInt(head) };
  }

  unread(readSeq: number, head: number) {
    const after = this.messages(head).filter(
      ({ seq, authorId, deletedAt }) => seq > readSeq && authorId !== me && deletedAt === undefined,
    );
    return {
      channelId,
      readSeq: BigInt(readSeq),
      head: BigInt(head),
      messages: after.filter(({ threadRootId, alsoInChannel }) => threadRootId === "" || alsoInChannel)
        .length,
      mentions: after.filter(({ mentions }) => mentions?.channel || mentions?.userIds.includes(me)).length,
    };
  }

  /** The first position that is newer than a place; undefined behind the last. */
  #borderOf(anchor: ListMessagesRequest["anchor"], head: number): bigint | undefined {
    switch (anchor.case) {
      case undefined:
        return undefined;
      case "afterSeq":
        return anchor.value + 1n;
      case "aroundMessageId": {
        const message = this.messages(head).find(({ id }) => id === anchor.value);
        if (message === undefined) throw new ConnectError("no such message", Code.NotFound);
        return message.seq;
      }
      case "aroundTime": {
        const moment = timestampMs(anchor.value);
        return this.listed(head).find(({ postedAt }) => postedAt && timestampMs(postedAt) >= moment)?.seq;
      }
      default:
        return anchor.value;
    }
  }

  #alive(): Message[] {
    return this.messages(this.head).filter(({ deletedAt }) => deletedAt === undefined);
  }

  #authorOf(deed: Deed): string {
    return "which" in deed ? (pick(this.#alive(), deed.which)?.authorId ?? me) : me;
  }

  #bodyOf(deed: Deed): (MessageInitShape<typeof EntrySchema>["body"] & object) | undefined {
    if (deed.kind === "post") return this.#posting(deed, {});
    if (deed.kind === "reply") {
      const root = pick(
        this.#alive().filter(({ threadRootId }) => threadRootId === ""),
        deed.to,
      );
      return root && this.#posting(deed, { threadRootId: root.id, alsoInChannel: deed.also });
    }
    const message = pick(this.#alive(), deed.which);
    if (message === undefined) return undefined;
    const { id: messageId, threadRootId } = message;
    switch (deed.kind) {
      case "edit": {
        const text = `edited ${this.head}`;
        const editedAt = timestampFromMs(this.head * 1_000);
        return {
          case: "messageEdited",
          value: { messageId, text, editedAt, mentions: mentionsOf(deed.calls) },
        };
      }
      case "delete":
        return { case: "messageDeleted", value: { messageId, threadRootId } };
      case "move":
        return this.#moving(message, deed.to);
      case "pin":
        return { case: "messagePinned", value: { messageId, pinnedBy: person(1) } };
      case "unpin":
        return { case: "messageUnpinned", value: { messageId } };
      case "react": {
        const value = { messageId, emoji: deed.emoji === 0 ? "👍" : "🎉", userId: person(deed.by) };
        const has = message.reactions
          .find(({ emoji }) => emoji === value.emoji)
          ?.userIds.includes(value.userId);
        return has ? { case: "reactionRemoved", value } : { case: "reactionAdded", value };
      }
    }
  }

  #moving({ id, seq, threadRootId, thread, authorId, postedAt }: Message, to: number) {
    const earlier = this.#alive().filter(
      (it) => it.threadRootId === "" && it.seq < seq && it.id !== threadRootId,
    );
    const root = pick(earlier, to);
    if (root === undefined || thread !== undefined || postedAt === undefined) return undefined;
    const moved = { messageId: id, fromThreadRootId: threadRootId, authorId, postedAt };
    return { case: "movedToThread" as const, value: { ...moved, threadRootId: root.id } };
  }

  #posting(
    deed: { readonly by: number; readonly calls: number },
    place: { readonly threadRootId?: string; readonly alsoInChannel?: boolean },
  ) {
    const seq = this.head + 1;
    const message = create(MessageSchema, {
      id: `msg_${seq}`,
      channelId,
      authorId: person(deed.by),
      clientId: `client ${seq}`,
      text: `text ${seq}`,
      postedAt: timestampFromMs(seq * 1_000),
      mentions: mentionsOf(deed.calls),
      ...place,
    });
    return { case: "messagePosted" as const, value: { message } };
  }
}

const pick = <T>(of: readonly T[], index: number): T | undefined => of[index % Math.max(1, of.length)];

const mentionsOf = (calls: number) => ({
  userIds: calls === 1 ? [me] : calls === 2 ? [person(1)] : [],
  channel: calls === 3,
  here: false,
});

/** What entries have made of a message, found by looking through all of them. */
function stateOf(posted: Message, entries: readonly Entry[]): Message {
  const about = entries.filter(
    ({ body: { value } }) => value && "messageId" in value && value.messageId === posted.id,
  );
  const last = (...kinds: string[]) => about.findLast(({ body }) => kinds.includes(body.case ?? ""));
  const deletion = last("messageDeleted");
  const edit = last("messageEdited")?.body;
  const pin = last("messagePinned", "messageUnpinned");
  const state = { ...posted, ...placeIn(about), reactions: reactionsIn(deletion === undefined ? about : []) };
  const replyCount = repliesTo(posted.id, entries);
  if (replyCount > 0) state.thread = create(ThreadSummarySchema, { replyCount });
  if (deletion?.at !== undefined) {
    const { mentions: _mentions, ...rest } = state;
    return { ...rest, text: "", deletedAt: deletion.at };
  }
  if (edit?.case === "messageEdited") Object.assign(state, edit.value, { $typeName: posted.$typeName });
  if (pin?.body.case === "messagePinned") {
    Object.assign(state, { pinnedBy: pin.body.value.pinnedBy, pinnedAt: pin.at });
  }
  return state;
}

/** Where it was moved to, if it was. */
function placeIn(entries: readonly Entry[]) {
  const bodies = entries.map(({ body }) => body);
  const move = bodies.findLast((body) => body.case === "movedToThread");
  return move && { threadRootId: move.value.threadRootId, alsoInChannel: false };
}

function reactionsIn(entries: readonly Entry[]) {
  const people = new Map<string, Set<string>>();
  for (const { body } of entries) {
    if (body.case !== "reactionAdded" && body.case !== "reactionRemoved") continue;
    const { emoji, userId } = body.value;
    const users = people.get(emoji) ?? new Set();
    people.set(emoji, users);
    if (body.case === "reactionAdded") users.add(userId);
    else users.delete(userId);
  }
  const used = [...people].filter(([, users]) => users.size > 0);
  return used.map(([emoji, users]) =>
    create(ReactionSchema, { emoji, count: users.size, userIds: [...users], mine: users.has(me) }),
  );
}

function repliesTo(rootId: string, entries: readonly Entry[]): number {
  const changes = entries.map(({ body }): number => {
    switch (body.case) {
      case "messagePosted":
        return body.value.message?.threadRootId === rootId ? 1 : 0;
      case "messageDeleted":
        return body.value.threadRootId === rootId ? -1 : 0;
      case "movedToThread":
        if (body.value.threadRootId === rootId) return 1;
        return body.value.fromThreadRootId === rootId ? -1 : 0;
      default:
        return 0;
    }
  });
  return changes.reduce((sum, change) => sum + change, 0);
}
