import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import fc from "fast-check";
import {
  type Message,
  MessageSchema,
  ReactionSchema,
  ThreadSummarySchema,
} from "../../../../gen/chatter/message/v1/content_pb.js";
import { type Entry, EntrySchema } from "../../../../gen/chatter/stream/v1/entry_pb.js";

/** Something that people tried to do; numbers choose among the messages that there are. */
export type Deed =
  | { readonly kind: "post"; readonly by: number }
  | { readonly kind: "reply"; readonly by: number; readonly to: number; readonly also: boolean }
  | { readonly kind: "edit" | "delete" | "pin" | "unpin"; readonly which: number }
  | { readonly kind: "react"; readonly by: number; readonly which: number; readonly emoji: number };

export const deeds = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant("post" as const), by: fc.nat(3) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant("reply" as const),
        by: fc.nat(3),
        to: fc.nat(),
        also: fc.boolean(),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom("edit" as const, "delete" as const, "pin" as const, "unpin" as const),
        which: fc.nat(),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant("react" as const),
        by: fc.nat(3),
        which: fc.nat(),
        emoji: fc.nat(2),
      }),
    },
  ),
  { minLength: 1, maxLength: 50 },
);

/** A message as the server's own tables have it. */
interface Row {
  readonly message: Message;
  readonly replies: number;
  /** `emoji user`, in order. */
  readonly reactions: readonly string[];
}

/** A channel as it was after each of its entries: an account of its own, without the client's code. */
export interface History {
  readonly entries: readonly Entry[];
  /** The rows after the first n entries. */
  readonly states: readonly (readonly Row[])[];
}

export const person = (index: number): string => `usr_${index}`;
const emoji = (index: number): string => ["👍", "🎉", "👀"][index] ?? "❓";

export function happen(done: readonly Deed[]): History {
  const entries: Entry[] = [];
  const states: (readonly Row[])[] = [[]];
  for (const deed of done) {
    const rows = states.at(-1) ?? [];
    const seq = BigInt(entries.length + 1);
    const step = act(rows, deed, seq);
    if (step === undefined) continue;
    entries.push(
      create(EntrySchema, { at: timestampFromMs(Number(seq)), actorId: person(0), body: step.body }),
    );
    states.push(step.rows);
  }
  return { entries, states };
}

interface Step {
  readonly body: MessageInitShape<typeof EntrySchema>["body"] & object;
  readonly rows: readonly Row[];
}

function act(rows: readonly Row[], deed: Deed, seq: bigint): Step | undefined {
  switch (deed.kind) {
    case "post":
      return post(rows, seq, { authorId: person(deed.by) });
    case "reply": {
      const root = pick(rows, deed.to, ({ message }) => message.threadRootId === "");
      if (root === undefined) return undefined;
      const reply = { authorId: person(deed.by), threadRootId: root.message.id, alsoInChannel: deed.also };
      return post(replace(rows, root, { replies: root.replies + 1 }), seq, reply);
    }
    case "react":
      return react(rows, deed);
    default:
      return change(rows, deed, seq);
  }
}

function post(rows: readonly Row[], seq: bigint, init: MessageInitShape<typeof MessageSchema>): Step {
  const message = create(MessageSchema, {
    id: `msg_${seq}`,
    channelId: "chn_1",
    text: `text ${seq}`,
    postedAt: timestampFromMs(Number(seq)),
    ...init,
  });
  return {
    body: { case: "messagePosted", value: { message } },
    rows: [...rows, { message: { ...message, seq }, replies: 0, reactions: [] }],
  };
}

function react(rows: readonly Row[], deed: Deed & { kind: "react" }): Step | undefined {
  const row = pick(rows, deed.which);
  if (row === undefined) return undefined;
  const value = { messageId: row.message.id, emoji: emoji(deed.emoji), userId: person(deed.by) };
  const reaction = `${value.emoji} ${value.userId}`;
  if (!row.reactions.includes(reaction)) {
    const reactions = [...row.reactions, reaction];
    return { body: { case: "reactionAdded", value }, rows: replace(rows, row, { reactions }) };
  }
  const reactions = row.reactions.filter((other) => other !== reaction);
  return { body: { case: "reactionRemoved", value }, rows: replace(rows, row, { reactions }) };
}

function change(
  rows: readonly Row[],
  { kind, which }: { readonly kind: "edit" | "delete" | "pin" | "unpin"; readonly which: number },
  seq: bigint,
): Step | undefined {
  const row = pick(rows, which);
  if (row === undefined) return undefined;
  const { message } = row;
  const messageId = message.id;
  const at = timestampFromMs(Number(seq));
  const next = (more: Partial<Message>) => replace(rows, row, { message: { ...message, ...more } });
  switch (kind) {
    case "edit": {
      const value = { messageId, text: `edit ${seq}`, editedAt: at };
      return { body: { case: "messageEdited", value }, rows: next({ text: value.text, editedAt: at }) };
    }
    case "pin":
      return {
        body: { case: "messagePinned", value: { messageId, pinnedBy: person(0) } },
        rows: next({ pinnedBy: person(0), pinnedAt: at }),
      };
    case "unpin":
      return { body: { case: "messageUnpinned", value: { messageId } }, rows: next({ pinnedBy: "" }) };
    case "delete":
      return remove(rows, row, seq);
  }
}

function remove(rows: readonly Row[], row: Row, seq: bigint): Step {
  const { message } = row;
  const deletedAt = timestampFromMs(Number(seq));
  const gone = replace(rows, row, {
    message: { ...message, text: "", pinnedBy: "", deletedAt },
    reactions: [],
  });
  const root = gone.find((other) => other.message.id === message.threadRootId);
  const value = { messageId: message.id, threadRootId: message.threadRootId };
  const after = root === undefined ? gone : replace(gone, root, { replies: root.replies - 1 });
  return { body: { case: "messageDeleted", value }, rows: after };
}

function pick(
  rows: readonly Row[],
  which: number,
  fits: (row: Row) => boolean = () => true,
): Row | undefined {
  const possible = rows.filter((row) => row.message.deletedAt === undefined && fits(row));
  return possible[which % Math.max(1, possible.length)];
}

function replace(rows: readonly Row[], row: Row, more: Partial<Row>): readonly Row[] {
  return rows.map((other) => (other === row ? { ...other, ...more } : other));
}

/** What the server lists of a channel, as the protocol has it. */
export function listed(rows: readonly Row[], me: string): Message[] {
  return rows
    .filter(({ message }) => message.threadRootId === "" || message.alsoInChannel)
    .filter(({ message, replies }) => message.deletedAt === undefined || replies > 0)
    .map((row) => asProto(row, me));
}

/** A thread: its root and the replies that were not deleted. */
export function listedThread(rows: readonly Row[], rootId: string, me: string): Message[] {
  return rows
    .filter(
      ({ message: { id, threadRootId, deletedAt } }) =>
        id === rootId || (threadRootId === rootId && deletedAt === undefined),
    )
    .map((row) => asProto(row, me));
}

function asProto({ message, replies, reactions }: Row, me: string): Message {
  const pairs = reactions.map((reaction) => reaction.split(" "));
  const different = [...new Set(pairs.map(([name = ""]) => name))];
  const { editedAt, ...rest } = message;
  return {
    ...rest,
    ...(message.deletedAt === undefined && editedAt !== undefined ? { editedAt } : {}),
    reactions: different.map((name) => {
      const userIds = pairs.filter(([other]) => other === name).map(([, user = ""]) => user);
      return create(ReactionSchema, {
        emoji: name,
        count: userIds.length,
        userIds,
        mine: userIds.includes(me),
      });
    }),
    ...(replies === 0 ? {} : { thread: create(ThreadSummarySchema, { replyCount: replies }) }),
  };
}
