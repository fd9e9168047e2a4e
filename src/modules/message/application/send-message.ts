import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { ChannelId, FileId, Ids, MessageId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import { assertMayCallEverybody, callsEverybody, mentionsIn } from "../domain/mentions.ts";
import { commentOf, type Forwarded, type NewMessage, textOfMessage } from "../domain/message.ts";
import { newPoll, type PollWish } from "../domain/poll.ts";
import { getMessage } from "./get-message.ts";
import { permitted } from "./permitted.ts";
import type {
  Audiences,
  Closings,
  FileLookup,
  Messages,
  MessageView,
  Posting,
  PostOutcome,
  WriteAccess,
} from "./ports.ts";

export interface SendMessage {
  readonly channelId: ChannelId;
  readonly clientId: string;
  /** May be empty where something is forwarded. */
  readonly text: string;
  readonly threadRootId?: MessageId | undefined;
  readonly alsoInChannel: boolean;
  readonly forwarded?: Forwarded;
  /** To be attached; absent: none. */
  readonly fileIds?: readonly FileId[];
  /** What people are to vote about; the text is the question. */
  readonly poll?: PollWish | undefined;
}

export interface SendMessageDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly access: WriteAccess;
  readonly closings: Closings;
  readonly audiences: Audiences;
  readonly posting: Posting;
  readonly files: FileLookup;
  readonly messages: Pick<Messages, "find">;
}

/**
 * Posts a message; when it answers, the message is durable and has its place in the channel's log.
 * What was sent before under the same client id is answered as it is now, and nothing is posted.
 */
export async function sendMessage(
  deps: SendMessageDeps,
  actor: Actor,
  command: SendMessage,
): Promise<MessageView> {
  const message = compose(deps, actor, command);
  if (callsEverybody(message.mentions)) {
    assertMayCallEverybody(await deps.audiences.audienceOf(command.channelId, actor.userId));
  }
  const { fileIds = [] } = command;
  const attached = fileIds.length === 0 ? message : await attach(deps, actor, message, fileIds);
  const posted = await post(deps, actor, attached);
  if (posted.kind === "no_thread") throw refuse("THREAD_NOT_FOUND");
  if (posted.kind === "no_source") throw refuse("MESSAGE_DELETED");
  return posted.messageId === message.id
    ? { message: { ...attached, seq: posted.seq }, reactions: [] }
    : getMessage(deps, posted.messageId, actor.userId);
}

async function attach(
  { files }: SendMessageDeps,
  actor: Actor,
  message: NewMessage,
  fileIds: readonly FileId[],
): Promise<NewMessage> {
  const { id: messageId, channelId } = message;
  return { ...message, attachments: await files.share(actor, { messageId, channelId }, fileIds) };
}

type Posted = Exclude<PostOutcome, { readonly kind: "revoked" }>;

async function post(deps: SendMessageDeps, actor: Actor, message: NewMessage): Promise<Posted> {
  let posted: Posted | undefined;
  try {
    const right = { actor, permission: "send_message", channelId: message.channelId } as const;
    posted = await permitted(deps, right, async (permit) => {
      const outcome = await deps.posting.post(message, permit);
      return outcome.kind === "revoked" ? outcome.kind : outcome;
    });
    return posted;
  } finally {
    // What fails on the way here and is not taken back is found by the file context later.
    if (message.attachments !== undefined && posted?.kind !== "posted") await deps.files.release(message.id);
  }
}

function compose(deps: SendMessageDeps, actor: Actor, command: SendMessage): NewMessage {
  const { forwarded, fileIds = [] } = command;
  const mayBeEmpty = forwarded !== undefined || fileIds.length > 0;
  const text = mayBeEmpty ? commentOf(command.text) : textOfMessage(command.text);
  const now = deps.clock.now();
  return {
    id: deps.ids.next("msg"),
    channelId: command.channelId,
    authorId: actor.userId,
    clientId: command.clientId,
    text,
    postedAt: now,
    mentions: mentionsIn(text),
    ...(command.threadRootId !== undefined && { threadRootId: command.threadRootId }),
    alsoInChannel: command.threadRootId !== undefined && command.alsoInChannel,
    ...(forwarded !== undefined && { forwarded }),
    ...(command.poll !== undefined && { poll: newPoll(command.poll, actor.userId, now) }),
  };
}
