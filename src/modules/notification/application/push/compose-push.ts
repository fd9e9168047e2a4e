import { isId, type NotificationId, type UserId } from "../../../../kernel/ids.ts";
import { excerptOf, excerptOfFiles } from "../../domain/push/excerpt.ts";
import type { PushDevice } from "../../domain/push/push-device.ts";
import type { NotificationPush } from "../../domain/push/push-message.ts";
import type { Messages } from "../inbox/ports.ts";
import type { Profiles } from "../ports.ts";
import type { Places, Subject } from "./delivery-ports.ts";

export interface ComposePushDeps {
  readonly messages: Messages;
  readonly profiles: Profiles;
  readonly places: Places;
}

type Identified = Subject & { readonly id: NotificationId };

const MENTIONED = /<@(usr_[0-9A-Za-z]{27})>/g;

/** What the device is told, as it is at this moment; undefined where what it is about is gone. */
export async function composePush(
  { messages, profiles, places }: ComposePushDeps,
  { language }: PushDevice,
  subject: Identified,
): Promise<NotificationPush | undefined> {
  const { messageId, channelId, actorId } = subject;
  const [message] = messageId === undefined ? [] : await messages.current([messageId]);
  if (messageId !== undefined && message === undefined) return undefined;
  const { text: said, fileNames } = message ?? { text: subject.text, fileNames: [] };
  const [names, channel] = await Promise.all([
    namesIn(profiles, said, actorId),
    channelId === undefined ? "" : places.nameOf(channelId),
  ]);
  return {
    kind: "notification",
    id: subject.id,
    cause: subject.cause,
    tag: tagOf(subject),
    author: names.get(actorId ?? "") ?? "",
    channel: channel ?? "",
    isReply: subject.threadRootId !== undefined,
    text: excerptOf(said, (id) => names.get(id)) || excerptOfFiles(fileNames),
    link: linkOf(subject),
    at: subject.raisedAt.getTime(),
    language,
    read: [],
  };
}

/** The names of who did it and of whom it mentions. */
async function namesIn(
  profiles: Profiles,
  said: string,
  actorId: UserId | undefined,
): Promise<ReadonlyMap<string, string>> {
  const mentioned = [...said.matchAll(MENTIONED)].flatMap(([, id = ""]) => (isId("usr", id) ? [id] : []));
  const people = new Set(actorId === undefined ? mentioned : [actorId, ...mentioned]);
  const known = people.size === 0 ? [] : await profiles.findUsers([...people]);
  return new Map(known.map(({ id, name }) => [id, name]));
}

/** What is shown together: a conversation; what is in none stands alone. */
export const tagOf = ({ threadRootId, channelId, id }: Identified): string => threadRootId ?? channelId ?? id;

/** Where in the client it can be looked at. */
function linkOf({ channelId, threadRootId, messageId }: Subject): string {
  if (channelId === undefined) return "/";
  if (threadRootId !== undefined) return `/c/${channelId}?thread=${threadRootId}`;
  return messageId === undefined ? `/c/${channelId}` : `/c/${channelId}/${messageId}`;
}
