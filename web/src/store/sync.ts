import type { Api } from "../api/clients.ts";
import { newKey } from "../api/reaching.ts";
import type { ConnectionStatus } from "../realtime/connection-status.ts";
import type { ToServer } from "../realtime/socket.ts";
import type { LogEntry, Position, Streams } from "../realtime/streams.ts";
import type { Workspace } from "./workspace.ts";

export interface SyncDeps
  extends Pick<Workspace, "me" | "channels" | "logs" | "outbox" | "drafts" | "preferences"> {
  readonly api: Api;
  readonly streams: Streams;
  readonly say: (frame: ToServer) => boolean;
}

// A frame has at most 64 KiB, and a position takes some 40 bytes of it.
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
  #late: readonly Position[] = [];

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
    const { me, streams, channels } = this.#deps;
    const { mine } = channels.store.getState();
    const isOwn = ({ stream }: Position) => stream === me || mine.has(stream);
    const positions = streams.positions();
    const own = positions.filter(isOwn);
    // Whoever is no member of a channel has to name it once the connection stands.
    this.#late = [...own.slice(mostInHello), ...positions.filter((position) => !isOwn(position))];
    const cursors = own.slice(0, mostInHello).map(toCursor);
    return { case: "hello", value: { device: this.#device, protocol: 1, cursors } };
  }

  welcomed(): void {
    this.#deps.streams.connected();
    this.watch(this.#late);
    this.#late = [];
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
    try {
      const followed = await this.#readLists();
      const { streams } = this.#deps;
      const fresh = followed.filter(({ stream }) => streams.cursor(stream) === undefined);
      for (const { stream, seq } of fresh) streams.follow(stream, seq);
      this.watch(fresh);
    } catch {
      // The next connection reads it.
      this.#isRead = false;
    }
  }

  /** Takes the entry that follows in this person's own stream. */
  applyOwn({ body }: LogEntry): void {
    const { channels, drafts, logs, preferences, streams } = this.#deps;
    switch (body.case) {
      case "channelAdded": {
        const { channel, membership } = body.value;
        if (channel === undefined || membership === undefined) return;
        channels.added(channel, membership);
        streams.follow(channel.id, Number(membership.readSeq));
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

  /** The head comes first: what changes while the lists are read is in them, and comes again as an entry. */
  async #readFirst(): Promise<void> {
    const { me, api, streams } = this.#deps;
    const { head } = await api.realtime.listEntries({ stream: me, afterSeq: 0n, limit: 1 });
    const followed = await this.#readLists();
    streams.begin(me, Number(head));
    for (const { stream, seq } of followed) streams.begin(stream, seq);
    this.#isRead = true;
  }

  async #readLists(): Promise<readonly Position[]> {
    const { api, channels, drafts, preferences } = this.#deps;
    const [list, unread, saved, chosen] = await Promise.all([
      api.channels.listMyChannels({}),
      api.messages.listUnread({}),
      api.messages.listDrafts({}),
      api.users.getPreferences({}),
    ]);
    channels.read(list.channels, unread.channels);
    drafts.read(saved.drafts);
    if (chosen.preferences !== undefined) preferences.read(chosen.preferences);
    const mine = new Set(list.channels.map(({ channel }) => channel?.id));
    return unread.channels
      .filter(({ channelId }) => mine.has(channelId))
      .map(({ channelId, head }) => ({ stream: channelId, seq: Number(head) }));
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
