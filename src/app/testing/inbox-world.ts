import { type ApiClient, createApiClient } from "../../../dev/client/api-client.ts";
import { openRealtime, type RealtimeClient } from "../../../dev/client/realtime-client.ts";
import { ChannelKind } from "../../../gen/chatter/channel/v1/channel_pb.js";
import type { Cause, Notification } from "../../../gen/chatter/notification/inbox/v1/notification_pb.js";
import { serveProgram } from "./served-program.ts";

type Told = readonly Notification[];

/** Somebody with one device, which hears all that is told. */
export interface Listener {
  readonly id: string;
  readonly api: ApiClient;
  /** Everything they were told of, as it is now; resolves when it fulfils the condition. */
  told(when: (notifications: Told) => boolean): Promise<Told>;
}

/** A program, and people in it whose devices tell what they hear. */
export async function createInboxWorld() {
  const program = await serveProgram({ rateLimit: { perSecond: 10_000, burst: 10_000 } });
  const clients: RealtimeClient[] = [];
  let made = 0;

  async function join(name = `person${(made += 1)}`): Promise<Listener> {
    const wish = {
      email: `${name}@example.org`,
      password: "a long enough password",
      name,
      orgName: "Example",
    };
    const { account, sessionToken } = await createApiClient(program.url).auth.register(wish);
    const id = account?.userId ?? "";
    const heard = new Heard(id);
    const { onEntries } = heard;
    clients.push(await openRealtime({ url: program.url, token: sessionToken, onEntries }));
    return { id, api: createApiClient(program.url, sessionToken), told: heard.told };
  }

  return {
    owner: await join("owner"),
    join,
    /** A private channel of these people, made by the first. */
    async channelOf({ api }: Listener, ...people: readonly Listener[]): Promise<string> {
      const wish = { kind: ChannelKind.PRIVATE, name: `channel-${(made += 1)}` };
      const { channel } = await api.channel.createChannel(wish);
      const channelId = channel?.id ?? "";
      await api.channel.addMembers({ channelId, userIds: people.map(({ id }) => id) });
      return channelId;
    },
    async close(): Promise<void> {
      for (const client of clients) client.close();
      await program.stop();
    },
  };
}

type OnEntries = NonNullable<Parameters<typeof openRealtime>[0]["onEntries"]>;

/** The notifications of a person's own stream. */
class Heard {
  readonly #now = new Map<string, Notification>();
  readonly #waiting = new Set<() => void>();
  readonly #stream: string;

  constructor(stream: string) {
    this.#stream = stream;
  }

  readonly onEntries: OnEntries = ({ stream, entries }) => {
    if (stream !== this.#stream) return;
    for (const { body } of entries) {
      if (body.case !== "inboxChanged") continue;
      for (const one of body.value.notifications) this.#now.set(one.id, one);
      for (const gone of body.value.removedIds) this.#now.delete(gone);
    }
    for (const look of this.#waiting) look();
  };

  readonly told = (when: (notifications: Told) => boolean): Promise<Told> =>
    new Promise((resolve) => {
      const look = () => {
        const all = [...this.#now.values()];
        if (!when(all)) return;
        this.#waiting.delete(look);
        resolve(all);
      };
      this.#waiting.add(look);
      look();
    });
}

/** Posts a message; answers its id. */
export async function say(
  { api }: Listener,
  channelId: string,
  text: string,
  threadRootId = "",
): Promise<string> {
  const wish = { channelId, text, threadRootId, clientId: crypto.randomUUID() };
  return (await api.message.sendMessage(wish)).message?.id ?? "";
}

export const at = ({ id }: Listener): string => `<@${id}>`;
export const of = (cause: Cause) => (all: Told) => all.some((one) => one.cause === cause);
export const about = (messageId: string) => (all: Told) => all.some((one) => one.messageId === messageId);
export const notAbout = (messageId: string) => (all: Told) => !about(messageId)(all);
