import type { Client } from "@connectrpc/connect";
import { type AuthService, Role } from "../../gen/chatter/auth/v1/auth_pb.js";
import { ChannelKind, type ChannelService } from "../../gen/chatter/channel/v1/channel_pb.js";
import type { MessageService } from "../../gen/chatter/message/v1/message_pb.js";
import type { UserService } from "../../gen/chatter/user/v1/user_pb.js";
import { channels } from "./channels.ts";
import { DEMO_ORG, DEMO_PASSWORD, emailOf, people } from "./people.ts";
import { membersOf, type Utterance, writeScript } from "./script.ts";

export interface DemoClients {
  readonly auth: Client<typeof AuthService>;
  readonly user: Client<typeof UserService>;
  readonly channel: Client<typeof ChannelService>;
  readonly message: Client<typeof MessageService>;
}

/** A program with an empty organisation, whose time the demo moves. */
export interface DemoStage {
  /** The public API as somebody uses it; without an account as a stranger does. */
  as(account?: { readonly userId: string; readonly orgId: string }): DemoClients;
  setTime(now: Date): void;
}

export interface DemoOptions {
  readonly messages: number;
  readonly days: number;
  readonly until: Date;
  readonly progress?: (done: number, of: number) => void;
}

interface Cast {
  readonly clients: readonly DemoClients[];
  readonly userIds: readonly string[];
}

/** Fills an empty organisation through the public API, as if its people had lived in it for weeks. */
export async function seedDemo(stage: DemoStage, options: DemoOptions): Promise<void> {
  const { until, days } = options;
  stage.setTime(new Date(until.getTime() - (days + 1) * 24 * 60 * 60 * 1000));
  const cast = await invitePeople(stage);
  const channelIds = await openChannels(cast);
  await perform(stage, cast, channelIds, options);
  stage.setTime(until);
  await leaveUnread(cast, channelIds);
}

async function invitePeople(stage: DemoStage): Promise<Cast> {
  const stranger = stage.as().auth;
  const clients: DemoClients[] = [];
  const userIds: string[] = [];
  let invitation = "";
  for (const person of people) {
    const { name } = person;
    const email = emailOf(person);
    const { account } = await stranger.register({
      email,
      password: DEMO_PASSWORD,
      name,
      orgName: DEMO_ORG,
      invitation,
    });
    if (account === undefined) throw new Error(`${name} could not register`);
    const client = stage.as(account);
    clients.push(client);
    userIds.push(account.userId);
    if (invitation === "") {
      invitation = (await client.auth.createInvitation({ role: Role.MEMBER, uses: people.length })).token;
    }
    const { handle, title, timezone, status } = person;
    await client.user.updateProfile({ handle, title, timezone });
    if (status !== undefined) await client.user.setStatus({ status });
  }
  return { clients, userIds };
}

async function openChannels({ clients, userIds }: Cast): Promise<string[]> {
  const owner = clientOf(clients, 0);
  const { channels: existing } = await owner.channel.listChannels({});
  const ids: string[] = [];
  for (const plan of channels) {
    const { name, topic } = plan;
    const found = existing.find((channel) => channel.name === name);
    if (found !== undefined) {
      await owner.channel.updateChannel({ channelId: found.id, topic });
      ids.push(found.id);
      continue;
    }
    const kind = plan.kind === "private" ? ChannelKind.PRIVATE : ChannelKind.PUBLIC;
    const { channel } = await owner.channel.createChannel({ kind, name, topic });
    if (channel === undefined) throw new Error(`#${name} could not be created`);
    const others = membersOf(plan).filter((member) => member !== 0);
    await owner.channel.addMembers({
      channelId: channel.id,
      userIds: others.map((member) => userIds[member] ?? ""),
    });
    ids.push(channel.id);
  }
  return ids;
}

async function perform(
  stage: DemoStage,
  cast: Cast,
  channelIds: readonly string[],
  { messages, days, until, progress }: DemoOptions,
): Promise<void> {
  const script = writeScript({ messages, days, until });
  const messageIds: string[] = [];
  for (const [place, utterance] of script.entries()) {
    stage.setTime(utterance.at);
    const { inThreadOf, channel } = utterance;
    const { message } = await clientOf(cast.clients, utterance.author).message.sendMessage({
      channelId: channelIds[channel] ?? "",
      clientId: `demo-${place}`,
      text: withMentions(utterance, cast),
      threadRootId: inThreadOf === undefined ? "" : (messageIds[inThreadOf] ?? ""),
    });
    const messageId = message?.id ?? "";
    messageIds.push(messageId);
    for (const { person, emoji } of utterance.reactions) {
      await clientOf(cast.clients, person).message.addReaction({ messageId, emoji });
    }
    if (utterance.pinned) await clientOf(cast.clients, utterance.author).message.pinMessage({ messageId });
    progress?.(place + 1, script.length);
  }
}

function withMentions({ text }: Utterance, { userIds }: Cast): string {
  return text.replace(/\{@(\d+)\}/g, (_, person: string) => `<@${userIds[Number(person)]}>`);
}

/** Everybody has read everything, but for what the owner finds in the morning. */
async function leaveUnread({ clients, userIds }: Cast, channelIds: readonly string[]): Promise<void> {
  const unreadForOwner = new Set(["incidents", "design", "support"]);
  for (const [person, client] of clients.entries()) {
    const { channels: unread } = await client.message.listUnread({});
    for (const { channelId, head } of unread) {
      const name = channels[channelIds.indexOf(channelId)]?.name ?? "";
      const left = person === 0 && unreadForOwner.has(name) ? 6n : 0n;
      await client.channel.markRead({ channelId, seq: head > left ? head - left : head });
    }
  }
  const owner = clientOf(clients, 0);
  for (const name of ["launch", "incidents"]) {
    const channelId = channelIds[channels.findIndex((channel) => channel.name === name)] ?? "";
    await owner.channel.updateMembership({ channelId, starred: true });
  }
  await writeToOwner(clients, userIds);
}

async function writeToOwner(clients: readonly DemoClients[], userIds: readonly string[]): Promise<void> {
  const letters: readonly [number, readonly string[]][] = [
    [1, ["Have you seen the new numbers?", "Half the latency, same machine, same hour. I am a bit proud 🙂"]],
    [2, ["Can you look at the note before it goes out?"]],
    [4, ["The crit moved to 15:30, hope that works for you."]],
  ];
  for (const [person, texts] of letters) {
    const client = clientOf(clients, person);
    const { channel } = await client.channel.openDirect({ userIds: [userIds[0] ?? ""] });
    for (const [n, text] of texts.entries()) {
      const clientId = `demo-direct-${person}-${n}`;
      await client.message.sendMessage({ channelId: channel?.id ?? "", clientId, text });
    }
  }
}

function clientOf(clients: readonly DemoClients[], person: number): DemoClients {
  const client = clients[person];
  if (client === undefined) throw new Error(`the demo has no person ${person}`);
  return client;
}
