import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { ChannelId, Ids, MessageId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import { assertMayCallEverybody, callsEverybody, mentionsIn } from "../domain/mentions.ts";
import { type NewMessage, textOfMessage } from "../domain/message.ts";
import { permitted } from "./permitted.ts";
import type { Audiences, MessageLog, WriteAccess } from "./ports.ts";

export interface SendMessage {
  readonly channelId: ChannelId;
  readonly clientId: string;
  readonly text: string;
  readonly threadRootId?: MessageId | undefined;
  readonly alsoInChannel: boolean;
}

/** Where the message stands: the first one that was sent under this client id. */
export interface SentMessage {
  readonly messageId: MessageId;
  readonly seq: bigint;
}

export interface SendMessageDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly access: WriteAccess;
  readonly audiences: Audiences;
  readonly log: MessageLog;
}

/** Posts a message; when it answers, the message is durable and has its place in the channel's log. */
export async function sendMessage(
  deps: SendMessageDeps,
  actor: Actor,
  command: SendMessage,
): Promise<SentMessage> {
  const message = compose(deps, actor, command);
  if (callsEverybody(message.mentions)) {
    assertMayCallEverybody(await deps.audiences.audienceOf(command.channelId, actor.userId));
  }
  const right = { actor, permission: "send_message", channelId: command.channelId } as const;
  return permitted(deps.access, right, async (permit) => {
    const outcome = await deps.log.post(message, permit);
    if (outcome.kind === "no_thread") throw refuse("THREAD_NOT_FOUND");
    return outcome.kind === "revoked" ? outcome.kind : outcome;
  });
}

function compose(deps: SendMessageDeps, actor: Actor, command: SendMessage): NewMessage {
  const text = textOfMessage(command.text);
  return {
    id: deps.ids.next("msg"),
    channelId: command.channelId,
    authorId: actor.userId,
    clientId: command.clientId,
    text,
    postedAt: deps.clock.now(),
    mentions: mentionsIn(text),
    ...(command.threadRootId !== undefined && { threadRootId: command.threadRootId }),
    alsoInChannel: command.threadRootId !== undefined && command.alsoInChannel,
  };
}
