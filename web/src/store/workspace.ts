import type { Transport } from "@connectrpc/connect";
import type { Ephemeral } from "../../../gen/chatter/notification/v1/realtime_pb.js";
import type { Api } from "../api/clients.ts";
import { Connection } from "../realtime/connection.ts";
import type { FromServer, OpenSocket, ToServer } from "../realtime/socket.ts";
import { type LogEntry, Streams } from "../realtime/streams.ts";
import type { Surroundings } from "../realtime/surroundings.ts";
import type { Cache } from "./cache/cache.ts";
import { type ChannelNews, newsIn } from "./channel-news.ts";
import { Channels } from "./channels/channels.ts";
import { Circle } from "./circle/circle.ts";
import { Drafts } from "./drafts/drafts.ts";
import { entranceOf } from "./log/entrance.ts";
import { Logs } from "./log/logs.ts";
import type { Message } from "./log/message.ts";
import { OrgName } from "./org-name.ts";
import { Outbox, type OutboxNews } from "./outbox/outbox.ts";
import type { Outgoing } from "./outbox/outgoing.ts";
import { DoNotDisturb } from "./people/do-not-disturb.ts";
import { Focus } from "./people/focus.ts";
import { People } from "./people/people.ts";
import { createPresence, withPresence } from "./people/presence.ts";
import { Typing } from "./people/typing.ts";
import { PreferencesStore } from "./preferences.ts";
import { keepHome, restoreAll } from "./restore.ts";
import { Sync } from "./sync.ts";
import type { Tabs } from "./tabs.ts";

export type { ChannelNews } from "./channel-news.ts";

export interface WorkspaceDeps {
  readonly me: string;
  readonly api: Api;
  readonly transport: Transport;
  readonly cache: Cache;
  readonly tabs: Tabs<OutboxNews>;
  readonly openSocket: OpenSocket;
  readonly surroundings: Surroundings;
  /** False if the server says that nobody is signed in here. */
  readonly isSignedIn: () => Promise<boolean>;
}

/** All that one signed-in person sees and does in this tab, kept up by one connection. */
export class Workspace {
  readonly me: string;
  readonly api: Api;
  readonly connection: Connection;
  readonly channels: Channels;
  readonly circle: Circle;
  readonly logs: Logs;
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly people: People;
  readonly presence = createPresence();
  readonly typing: Typing;
  readonly focus: Focus;
  readonly preferences: PreferencesStore;
  readonly orgName: OrgName;
  readonly doNotDisturb: DoNotDisturb;
  readonly #deps: WorkspaceDeps;
  readonly #streams: Streams;
  readonly #sync: Sync;
  readonly #listeners = new Set<(news: ChannelNews) => void>();
  readonly #own = new Set<(entry?: LogEntry) => void>();
  #stops: (() => void)[] = [];

  constructor(deps: WorkspaceDeps) {
    const { me, api, cache, tabs, surroundings } = deps;
    this.me = me;
    this.api = api;
    this.#deps = deps;
    const say = (frame: ToServer) => this.connection.send(frame);
    const streams = new Streams({
      apply: (stream, entry) => this.#apply(stream, entry),
      restart: (stream) => this.#restart(stream),
      closed: (stream) => this.logs.expel(stream),
      ask: (position) => this.#sync.watch([position]),
      now: Date.now,
    });
    this.#streams = streams;
    this.circle = new Circle({ transport: deps.transport, heedsOthers: () => this.channels.recount() });
    this.channels = new Channels({ me, api, circle: this.circle.store.getState });
    this.drafts = new Drafts({ api, cache });
    this.people = new People({ api, cache });
    this.preferences = new PreferencesStore(api);
    this.orgName = new OrgName(api);
    this.doNotDisturb = new DoNotDisturb(api);
    this.typing = new Typing(say);
    this.focus = new Focus({ say, isVisible: surroundings.isVisible });
    const cursor = (channelId: string) => streams.cursor(channelId);
    this.outbox = new Outbox({ me, cache, tabs, send: say, cursor });
    this.logs = new Logs({
      me,
      api,
      cache,
      streams,
      isOnline: surroundings.isOnline,
      sending: (channelId) => this.outbox.sendingIn(channelId),
      entrance: (channelId) => entranceOf(this.channels.store.getState().mine.get(channelId)),
      wasRead: (channelId, head) => {
        this.#sync.wasRead(channelId, head);
        this.logs.saveLater(channelId);
      },
    });
    const { channels, logs, outbox, drafts, preferences, doNotDisturb, circle } = this;
    const parts = { channels, logs, outbox, drafts, preferences, doNotDisturb, circle };
    this.#sync = new Sync({ me, api, streams, say, ...parts });
    this.connection = new Connection({
      openSocket: deps.openSocket,
      surroundings,
      hello: () => this.#sync.hello(),
      probe: () => this.#sync.probe(),
      welcomed: () => this.#online(),
      received: (frame) => this.#receive(frame),
      isSignedIn: deps.isSignedIn,
    });
  }

  start(): void {
    const { cache, surroundings } = this.#deps;
    void restoreAll(cache, this);
    this.connection.start();
    this.#stops = [
      keepHome(cache, this),
      this.outbox.store.subscribe((after, before) => this.#showSending(after, before)),
      this.connection.status.subscribe(({ phase }) => this.#sync.connectionIs(phase)),
      surroundings.onActivity(() => this.focus.acted()),
      surroundings.subscribe(() => {
        this.focus.turned();
        if (surroundings.isVisible()) return;
        this.drafts.flush();
        this.logs.flush();
      }),
    ];
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.connection.stop();
    const { channels, logs, outbox, drafts, people, typing, focus, doNotDisturb } = this;
    for (const part of [channels, logs, outbox, drafts, people, typing, focus, doNotDisturb]) part.close();
    this.#deps.tabs.close();
    this.#deps.cache.close();
  }

  /** A channel is on screen, until the answer is called: it is loaded, and kept up even for a guest of it. */
  view(channelId: string): () => void {
    this.channels.entered(channelId);
    const stops = [this.logs.view(channelId), this.focus.channel(channelId)];
    return () => {
      for (const stop of stops) stop();
      this.#sync.left(channelId);
    };
  }

  /** The messages that this device keeps, of channels that this person is in. */
  async keptMessages(): Promise<readonly Message[]> {
    const { mine } = this.channels.store.getState();
    const kept = await this.#deps.cache.all("logs");
    return kept.flatMap(({ messages }) => messages).filter(({ channelId }) => mine.has(channelId));
  }

  /** Calls back with what happens in channels, such as to announce it. */
  onNews(listener: (news: ChannelNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls back with what happens to this person, and with nothing where some of it may have been missed. */
  onOwn(listener: (entry?: LogEntry) => void): () => void {
    this.#own.add(listener);
    return () => this.#own.delete(listener);
  }

  #tellOwn(entry?: LogEntry): void {
    for (const listener of this.#own) listener(entry);
  }

  #online(): void {
    this.#sync.welcomed();
    this.focus.online();
    this.outbox.online();
    this.channels.online();
    this.drafts.flush();
    this.logs.online();
    this.people.refresh();
    this.#tellOwn();
    void this.circle.read();
    void this.orgName.read();
    void this.doNotDisturb.read();
  }

  #receive(frame: FromServer): void {
    switch (frame.case) {
      case "entries":
        return this.#streams.received(frame.value);
      case "caughtUp":
        return this.#streams.caughtUp(frame.value.stream, Number(frame.value.head));
      case "reset":
        return this.#streams.reset(frame.value);
      case "sendResult":
        return this.outbox.answered(frame.value);
      case "ephemeral":
        return this.#hear(frame.value);
      default:
    }
  }

  #hear({ body }: Ephemeral): void {
    switch (body.case) {
      case "typing":
        return this.typing.heard(body.value);
      case "presence": {
        const { value } = body;
        return this.presence.setState((all) => withPresence(all, value), true);
      }
      case "user":
        if (body.value.user !== undefined) this.people.changed([body.value.user]);
        return;
      case "org":
        return this.orgName.changed(body.value.org);
      default:
    }
  }

  #apply(stream: string, entry: LogEntry): void {
    if (stream === this.me) {
      this.#tellOwn(entry);
      return this.#sync.applyOwn(entry);
    }
    this.channels.applied(stream, entry);
    this.outbox.applied(entry);
    this.logs.apply(stream, entry);
    const news = newsIn(stream, entry, this.me);
    if (news?.kind === "posted") this.typing.posted(news.message);
    if (news !== undefined) for (const listener of this.#listeners) listener(news);
  }

  #restart(stream: string): void {
    if (stream === this.me) {
      this.#tellOwn();
      return void this.#sync.readAgain();
    }
    this.logs.interrupt(stream);
    this.outbox.interrupt(stream);
    this.channels.recount();
  }

  #showSending(...states: ReadonlyMap<string, Outgoing>[]): void {
    const channels = states.flatMap((outgoing) => [...outgoing.values()].map(({ channelId }) => channelId));
    for (const channelId of new Set(channels)) this.logs.publish(channelId);
  }
}
