import type { ChannelId, UserId } from "../../../../kernel/ids.ts";
import type { Connection } from "../../application/delivery/connection.ts";
import type { StreamId } from "../../domain/stream.ts";
import { FakeLink } from "../fake-link.ts";
import { channelId, connectionId, orgId, userId } from "../ids.ts";
import { MemoryLog } from "../memory-log.ts";
import { settled, VirtualTimers } from "../virtual-timers.ts";
import { Client } from "./client.ts";
import { tightLimits } from "./limits.ts";
import { Organisation } from "./organisation.ts";
import { Server } from "./server.ts";

interface Session {
  readonly client: Client;
  readonly connection: Connection;
  readonly link: FakeLink;
  readonly server: Server;
}

export const users = [userId(1), userId(2), userId(3)] as const;
export const channels = [channelId(1), channelId(2)] as const;

const pick = <T>(items: readonly T[], choice: number): T | undefined =>
  items[choice % Math.max(1, items.length)];

/** Two servers on one log, people who come and go, and everything that can go wrong between them. */
export class World {
  readonly timers = new VirtualTimers();
  readonly log = new MemoryLog();
  readonly organisation = new Organisation(this.log);
  readonly servers = [this.#server(), this.#server()];
  readonly sessions: Session[] = [];
  readonly broken: unknown[] = [];
  #connections = 0;

  connect(user: UserId, choice: number, cursors: ReadonlyMap<StreamId, number> = new Map()): void {
    const server = pick(this.servers, choice);
    if (server === undefined) return;
    const client = new Client(user, {
      log: this.log,
      mayGet: (who, stream, seq) => this.organisation.mayGet(who, stream, seq),
    });
    for (const [stream, cursor] of cursors) client.next.set(stream, cursor + 1);
    const link = new FakeLink((frame) => this.#watch(() => client.receive(frame)));
    this.#connections += 1;
    const connection = server.gateway.open({
      id: connectionId(this.#connections),
      actor: { userId: user, orgId: orgId(1), scope: "full" },
      link,
      interactive: false,
      stillSignedIn: async () => true,
      cursors,
      previews: [],
    });
    this.sessions.push({ client, connection, link, server });
  }

  /** The client loses its connection and comes back, perhaps elsewhere, with what it has applied. */
  reconnect(choice: number, server: number): void {
    const session = pick(this.sessions, choice);
    if (session === undefined) return;
    this.#drop(session);
    session.server.gateway.gone(session.connection);
    this.connect(session.client.user, server, session.client.cursors());
  }

  /** Asks for a channel from what the client has of it, or else from its end. */
  watch(choice: number, channel: ChannelId): void {
    const own = pick(this.sessions, choice)?.client.next.get(channel);
    this.watchFrom(choice, channel, own === undefined ? this.log.head(channel) : own - 1);
  }

  watchFrom(choice: number, channel: ChannelId, cursor: number): void {
    const session = pick(this.sessions, choice);
    if (session === undefined) return;
    session.client.goesOnFrom(channel, cursor);
    session.server.gateway.watch(session.connection, [{ stream: channel, cursor }]);
  }

  hold(choice: number): void {
    const session = pick(this.sessions, choice);
    if (session !== undefined) session.link.held = true;
  }

  release(choice: number): void {
    const session = pick(this.sessions, choice);
    if (session === undefined) return;
    session.link.held = false;
    session.link.buffered = 0;
    session.connection.drained();
  }

  kill(choice: number): void {
    const index = choice % this.servers.length;
    const server = this.servers[index];
    server?.die();
    this.servers[index] = this.#server();
    for (const session of this.sessions.filter((each) => each.server === server)) {
      this.#drop(session);
      this.connect(session.client.user, choice + 1, session.client.cursors());
    }
  }

  /** Nothing goes wrong any more: questions are answered, networks take everything, checks have their time. */
  async calm(): Promise<void> {
    for (let round = 0; round < 12; round++) {
      for (const index of this.sessions.keys()) this.release(index);
      await this.answerAll();
      await this.timers.pass(1_000);
      await this.answerAll();
    }
  }

  async answerAll(): Promise<void> {
    await settled();
    for (let left = this.#questions(); left > 0; left = this.#questions()) {
      for (const { pending } of this.servers) pending.proceed(0);
      await settled();
    }
  }

  /** What is promised to everybody who stayed, or came back, and is not true. */
  missing(): string[] {
    return this.sessions
      .filter(({ connection }) => !connection.closed)
      .flatMap(({ client }) =>
        [client.user, ...this.organisation.channelsOf(client.user)]
          .filter((stream) => client.next.get(stream) !== this.log.head(stream) + 1)
          .map(
            (stream) =>
              `${client.user} has ${stream} up to ${client.next.get(stream)} of ${this.log.head(stream)}`,
          ),
      );
  }

  /** What is bounded and was not. */
  overBudget(): readonly number[] {
    const most = tightLimits.bufferBytes + 2 * tightLimits.frameBytes + 1_000;
    return this.sessions.map(({ link }) => link.buffered).filter((bytes) => bytes > most);
  }

  #watch(check: () => void): void {
    try {
      check();
    } catch (error) {
      this.broken.push(error);
    }
  }

  #drop(session: Session): void {
    this.sessions.splice(this.sessions.indexOf(session), 1);
  }

  #server(): Server {
    return new Server(this.organisation, this.timers);
  }

  #questions(): number {
    return this.servers.reduce((sum, { pending }) => sum + pending.size, 0);
  }
}
