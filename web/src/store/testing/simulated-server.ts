import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { Code, ConnectError, createRouterTransport, type Transport } from "@connectrpc/connect";
import { AuthService } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { ChannelService, type MyChannelSchema } from "../../../../gen/chatter/channel/v1/channel_pb.js";
import { type DraftSchema, MessageService } from "../../../../gen/chatter/message/v1/message_pb.js";
import {
  EntriesSchema,
  RealtimeService,
  WelcomeSchema,
} from "../../../../gen/chatter/notification/v1/realtime_pb.js";
import { type Entry, EntrySchema } from "../../../../gen/chatter/stream/v1/entry_pb.js";
import { type PreferencesSchema, UserService } from "../../../../gen/chatter/user/v1/user_pb.js";
import { apiInterceptors } from "../../api/transport.ts";
import type { FromServer, OpenSocket, SocketEvents, ToServer } from "../../realtime/socket.ts";
import { channelId, person, SimulatedChannel } from "./simulated-channel.ts";

/** A small server in memory: one organisation, one connection; one of its channels has a log. */
export class SimulatedServer {
  readonly channel = new SimulatedChannel();
  readonly said: ToServer[] = [];
  /** Who the cookie belongs to; undefined: to nobody. */
  signedIn: string | undefined = person(0);
  /** What a stranger is answered. */
  unknown = new ConnectError("who?", Code.Unauthenticated);
  isUp = true;
  mayRead = true;
  mine: MessageInitShape<typeof MyChannelSchema>[] = [
    { channel: { id: channelId }, membership: { channelId } },
  ];
  readonly own: Entry[] = [];
  preferences: MessageInitShape<typeof PreferencesSchema> = {};
  drafts: MessageInitShape<typeof DraftSchema>[] = [];
  /** What happens before each of the next answers and the next welcome. */
  readonly meanwhile: (() => void)[] = [];
  /** Lists are answered after this. */
  lists: Promise<void> = Promise.resolve();
  #events: SocketEvents | undefined;
  #isWelcome = false;

  readonly openSocket: OpenSocket = (events) => {
    this.#events = events;
    queueMicrotask(() => (this.isUp ? events.opened() : events.closed()));
    return {
      send: (frame) => {
        this.said.push(frame);
        if (frame.case === "hello") this.#welcome();
        if (frame.case === "hello" || frame.case === "watch") this.#catchUp(frame.value.cursors ?? []);
      },
      close: () => {
        this.#events = undefined;
        this.#isWelcome = false;
      },
    };
  };

  tell(frame: FromServer): void {
    this.#events?.received(frame);
  }

  cut(): void {
    this.#isWelcome = false;
    this.#events?.closed();
  }

  /** Delivers entries of the channel, or of the person's own stream. */
  deliver(stream: string, entries: readonly Entry[], first: number): void {
    if (!this.#isWelcome) return;
    const value = create(EntriesSchema, { stream, firstSeq: BigInt(first), entries: [...entries] });
    this.tell({ case: "entries", value });
  }

  /** Something happens to the person, and is delivered. */
  happen(body: MessageInitShape<typeof EntrySchema>["body"] & object): void {
    this.own.push(create(EntrySchema, { body }));
    this.deliver(this.signedIn ?? "", this.own.slice(-1), this.own.length);
  }

  #welcome(): void {
    this.meanwhile.shift()?.();
    this.#isWelcome = true;
    this.tell({ case: "welcome", value: create(WelcomeSchema) });
  }

  #catchUp(cursors: readonly { readonly stream?: string; readonly seq?: bigint }[]): void {
    for (const { stream = "", seq = 0n } of cursors) {
      const log = stream === channelId ? this.channel.entries : stream === this.signedIn ? this.own : [];
      const missing = log.slice(Number(seq));
      if (missing.length > 0) this.deliver(stream, missing, Number(seq) + 1);
    }
  }

  #unread({ channel, membership }: MessageInitShape<typeof MyChannelSchema>) {
    if (channel?.id !== channelId) return { channelId: channel?.id ?? "" };
    return this.channel.unread(Number(membership?.readSeq ?? 0n), this.channel.head);
  }

  transport(onUnauthenticated: () => void): Transport {
    const known = <T>(answer: () => T) => {
      this.meanwhile.shift()?.();
      if (!this.isUp) throw new ConnectError("away", Code.Unavailable);
      if (this.signedIn === undefined) throw this.unknown;
      return answer();
    };
    const account = () => ({ account: { userId: this.signedIn ?? "" } });
    const { channel } = this;
    return createRouterTransport(
      (router) => {
        router.service(AuthService, {
          getSession: () => known(account),
          getSetup: () => ({ orgName: "Northwind" }),
          login: ({ email }) => {
            this.signedIn = email;
            return account();
          },
          logout: () => {
            this.signedIn = undefined;
            return {};
          },
        });
        router.service(UserService, {
          getPreferences: () => known(() => ({ preferences: this.preferences })),
        });
        router.service(RealtimeService, {
          listEntries: () => known(() => ({ head: BigInt(this.own.length) })),
        });
        router.service(ChannelService, {
          listMyChannels: async () => {
            await this.lists;
            return known(() => ({ channels: this.mine }));
          },
        });
        router.service(MessageService, {
          listUnread: async () => {
            await this.lists;
            return known(() => ({ channels: this.mine.map((mine) => this.#unread(mine)) }));
          },
          listDrafts: () => known(() => ({ drafts: this.drafts })),
          listMessages: (request) =>
            known(() => {
              if (!this.mayRead) throw new ConnectError("no", Code.NotFound);
              return channel.page(request, channel.head);
            }),
        });
      },
      { transport: { interceptors: apiInterceptors({ onUnauthenticated, wait: async () => undefined }) } },
    );
  }
}
