import type { Api } from "../api/clients.ts";
import { newKey } from "../api/reaching.ts";
import type { ConnectionStatus } from "../realtime/connection-status.ts";
import type { ToServer } from "../realtime/socket.ts";
import type { LogEntry, Position, Streams } from "../realtime/streams.ts";
import { askForLists, takeLists } from "./lists.ts";
import type { Workspace } from "./workspace.ts";

export interface SyncDeps
  extends Pick<
    Workspace,
    "me" | "channels" | "logs" | "outbox" | "drafts" | "preferences" | "doNotDisturb" | "circle"
  > {
  readonly api: Api;
  readonly streams: Streams;
  readonly say: (frame: ToServer) => boolean;
}

// A frame has at most 64 KiB, and a position takes some 40 bytes of it, 44 at most.
const mostInHello = 1_000;
const mostInWatch = 500;
// After that, what was missed in all channels is more than what is looked at.
const longAbsenceMs = 15 * 60_000;
const lingerMs = 1_000;

/**
 * Brings this client to where the server is, and keeps the positions that make it stay there. Lists are
 * read first and the connection begins from the positions that they reflect, so nothing falls between.
 */
export class Sync {
  readonly #deps: SyncDeps;
  readonly #device = deviceName();
  #isRead = false;
  #lostAt: number | undefined;
  /** The streams of which the latest Hello told the position. */
  #told: ReadonlySet<string> = new Set();

  constructor(deps: SyncDeps) {
    this.#deps = deps;
  }

  connectionIs(phase: ConnectionStatus["phase"]): void {
    if (phase === "online") this.#lostAt = undefined;
    else this.#lostAt ??= Date.now();
  }

  async hello(): Promise<ToServer> {
    if (this.#isRead && Date.now() - (this.#lostAt ?? Date.now()) > longAbsenceMs) this.#beginAnew();
    if (!this.#isRead) await this.#readFirst();
    const told = this.#latestOwn().slice(0, mostInHello);
    this.#told = new Set(told.map(({ stream }) => stream));
    const cursors = told.map(toCursor);
    return { case: "hello", value: { device: this.#device, protocol: 1, cursors } };
  }

  /** What the Hello had no room for is named now, and so are channels that this person only looks at. */
  welcomed(): void {
    const { streams } = this.#deps;
    streams.connected();
    this.watch(streams.positions().filter(({ stream }) => !this.#told.has(stream)));
  }

  /** Asks for what follows these positions. */
  watch(positions: readonly Position[]): void {
    for (let index = 0; index < positions.length; index += mostInWatch) {
      const cursors = positions.slice(index, index + mostInWatch).map(toCursor);
      this.#deps.say({ case: "watch", value: { cursors } });
    }
  }

  /** The server answers it at once, and with nothing where there is nothing new. */
  probe(): ToServer {
    const { me, streams } = this.#deps;
    return { case: "watch", value: { cursors: [toCursor({ stream: me, seq: streams.cursor(me) ?? 0 })] } };
  }

  /** A channel was read. If it is not followed yet, it is from there on. */
  wasRead(channelId: string, head: number): void {
    const { streams } = this.#deps;
    if (streams.cursor(channelId) !== undefined) return;
    streams.follow(channelId, head);
    if (this.#isRead) this.watch([{ stream: channelId, seq: head }]);
  }

  /** Nobody looks at a channel here any more: one that this person is not in is soon not followed either. */
  left(channelId: string): void {
    setTimeout(() => this.#leave(channelId), lingerMs);
  }

  /** Entries of this person's own stream were left out: everything that they tell is read anew. */
  async readAgain(): Promise<void> {
    const { me, api, streams } = this.#deps;
    const begin = streams.cursor(me) ?? 0;
    const recording = streams.record(me);
    try {
      const counts = await api.messages.listUnread({});
      const lists = await askForLists(api);
      const since = recording.after(begin);
      // Entries were left out again, and everything is being read once more because of that.
      if (since === undefined) return;
      const followed = takeLists(this.#deps, lists, counts.channels);
      const fresh = followed.filter(({ stream }) => streams.cursor(stream) === undefined);
      for (const { stream, seq } of fresh) streams.follow(stream, seq);
      this.watch(fresh);
      // The lists may be older than what came while they were read.
      for (const entry of since) this.applyOwn(entry);
    } catch {
      // The next connection reads it.
      this.#isRead = false;
    } finally {
      recording.stop();
    }
  }

  /** Takes the entry that follows in this person's own stream. */
  applyOwn({ body }: LogEntry): void {
    const { channels, doNotDisturb, drafts, logs, preferences, streams } = this.#deps;
    switch (body.case) {
      case "channelAdded": {
        const { channel, membership } = body.value;
        if (channel === undefined || membership === undefined) return;
        // A list or an answer that came later has it already, as it became since.
        if (!channels.store.getState().mine.has(channel.id)) channels.added(channel, membership);
        streams.follow(channel.id, Number(membership.readSeq));
        logs.admit(channel.id);
        return this.watch([{ stream: channel.id, seq: streams.cursor(channel.id) ?? 0 }]);
      }
      case "channelRemoved":
        channels.removed(body.value.channelId);
        streams.forget(body.value.channelId);
        return logs.expel(body.value.channelId);
      case "membershipChanged":
        if (body.value.membership !== undefined) channels.membershipChanged(body.value.membership);
        return;
      case "draftChanged":
        return drafts.changed(body.value);
      case "presenceChosen":
        return doNotDisturb.chosen(body.value.choice);
      case "circleChanged":
        return void this.#deps.circle.read();
      case "preferencesChanged":
        if (body.value.preferences !== undefined) preferences.read(body.value.preferences);
        return;
      default:
    }
  }

  #leave(channelId: string): void {
    const { channels, logs, streams } = this.#deps;
    const { isRead, mine } = channels.store.getState();
    if (!isRead || mine.has(channelId) || (logs.find(channelId)?.viewers ?? 0) > 0) return;
    streams.forget(channelId);
    logs.drop(channelId);
    this.#deps.say({ case: "unwatch", value: { streams: [channelId] } });
  }

  #beginAnew(): void {
    const { channels, logs, outbox, streams } = this.#deps;
    streams.clear();
    logs.interruptAll();
    for (const channelId of channels.store.getState().mine.keys()) outbox.interrupt(channelId);
    this.#isRead = false;
  }

  /** Own positions, of the own stream first and then of the channels in which something was posted last. */
  #latestOwn(): Position[] {
    const { me, streams, channels } = this.#deps;
    const { mine } = channels.store.getState();
    const latest = (stream: string) =>
      stream === me ? Number.POSITIVE_INFINITY : (mine.get(stream)?.latestAt ?? Number.NEGATIVE_INFINITY);
    const own = streams.positions().filter(({ stream }) => stream === me || mine.has(stream));
    return own.sort((one, other) => latest(other.stream) - latest(one.stream));
  }

  /**
   * Heads come first, of this person's stream and of the channels: what changes while the lists are read
   * is in them, and comes again as an entry.
   */
  async #readFirst(): Promise<void> {
    const { me, api, streams } = this.#deps;
    const [{ head }, counts] = await Promise.all([
      api.realtime.listEntries({ stream: me, afterSeq: 0n, limit: 1 }),
      api.messages.listUnread({}),
    ]);
    const followed = takeLists(this.#deps, await askForLists(api), counts.channels);
    streams.begin(me, Number(head));
    for (const { stream, seq } of followed) streams.begin(stream, seq);
    this.#isRead = true;
  }
}

const toCursor = ({ stream, seq }: Position) => ({ stream, seq: BigInt(seq) });

/** The same for all tabs of this browser. */
function deviceName(): string {
  const key = "chatter.device";
  try {
    const known = localStorage.getItem(key) ?? newKey();
    localStorage.setItem(key, known);
    return known;
  } catch {
    return newKey();
  }
}
