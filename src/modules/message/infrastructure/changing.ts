import { sql } from "kysely";
import type { ChannelId, MessageId, UserId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/postgres/database.ts";
import type { Changing, LockedMessage } from "../application/ports.ts";
import { refuse } from "../domain/errors.ts";
import type { ReactionState } from "../domain/reaction.ts";
import { replaceVotes } from "./polls/votes.ts";
import { messageColumns, toMessage } from "./rows.ts";
import type { MessageSchema } from "./schema.ts";
import { type ChangeWriterDeps, createChangeWriter } from "./write-change.ts";

export interface ChangingDeps extends ChangeWriterDeps {
  readonly database: Database<MessageSchema>;
}

/** Changes messages one at a time, each while its channel's head is locked. */
export function createChanging(deps: ChangingDeps): Changing {
  const { database, streams } = deps;
  const writeChange = createChangeWriter(deps);
  return {
    change: ({ messageId, channelId }, permit, decide) =>
      database.transaction(async (tx) => {
        const heads = await streams.lock(tx, [channelId]);
        if (permit !== "by nobody's right" && heads.get(channelId)?.epoch !== permit.epoch) return "revoked";
        const locked = await lockedMessage(tx, channelId, messageId);
        for (const change of await decide(locked)) await writeChange(tx, locked.message, change);
        return "done";
      }),
  };
}

async function lockedMessage(
  tx: Transaction<MessageSchema>,
  channelId: ChannelId,
  messageId: MessageId,
): Promise<LockedMessage> {
  const find = async (id: MessageId) => {
    const row = await tx.sql
      .selectFrom("message.messages")
      .select(messageColumns)
      .where("id", "=", id)
      .where("channel_id", "=", channelId)
      .executeTakeFirst();
    return row && toMessage(row);
  };
  const message = await find(messageId);
  if (message === undefined) throw refuse("MESSAGE_NOT_FOUND");
  return {
    message,
    find,
    reactionState: (emoji, user) => reactionState(tx, messageId, emoji, user),
    pinsInChannel: () => pinsInChannel(tx, channelId),
    replaceVotes: (user, optionIds, at) => replaceVotes(tx, { messageId, user, at }, optionIds),
  };
}

async function reactionState(
  tx: Transaction<MessageSchema>,
  messageId: MessageId,
  emoji: string,
  user: UserId,
): Promise<ReactionState> {
  const { rows } = await sql<ReactionState>`
    select count(distinct emoji)::int as "differentEmoji",
      coalesce(bool_or(emoji = ${emoji}), false) as "emojiUsed",
      coalesce(bool_or(emoji = ${emoji} and user_id = ${user}), false) as mine
    from message.reactions where message_id = ${messageId}`.execute(tx.sql);
  return rows[0] ?? { differentEmoji: 0, emojiUsed: false, mine: false };
}

async function pinsInChannel(tx: Transaction<MessageSchema>, channelId: ChannelId): Promise<number> {
  const { pins } = await tx.sql
    .selectFrom("message.messages")
    .select((eb) => eb.cast<number>(eb.fn.countAll(), "integer").as("pins"))
    .where("channel_id", "=", channelId)
    .where("pinned_at", "is not", null)
    .executeTakeFirstOrThrow();
  return pins;
}
