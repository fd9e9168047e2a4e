import type { Actor } from "../../../../kernel/actor.ts";
import type { ChannelId, ConnectionId, UserId } from "../../../../kernel/ids.ts";
import type { StreamId } from "../../domain/stream.ts";
import type { Frame, Link, Meter, Timers } from "../ports.ts";
import type { Gathering, Outlet } from "./outlet.ts";
import type { Reader, Recipient } from "./reader.ts";

export interface ConnectionDeps {
  readonly outlet: Outlet;
  readonly timers: Timers;
  readonly meter: Meter;
  readonly limits: { readonly bufferBytes: number };
}

/** Positions that a client has applied, by stream. */
export type Cursors = ReadonlyMap<StreamId, number>;

export interface Opening {
  readonly id: ConnectionId;
  readonly actor: Actor;
  readonly link: Link;
  /** A person is looking through it, so it counts for presence and answers heartbeats. */
  readonly interactive: boolean;
  readonly cursors: Cursors;
  /** Whether what the connection was opened with still counts. */
  stillSignedIn(): Promise<boolean>;
}

/**
 * One client. Frames gather during a tick and go out together. What waits for its network is bounded:
 * over the budget the connection is lagging and takes no more entries; its readers keep their positions
 * and go on from there when the network has taken everything.
 */
export class Connection implements Recipient, Gathering {
  readonly id: ConnectionId;
  readonly actor: Actor;
  readonly link: Link;
  readonly interactive: boolean;
  readonly stillSignedIn: () => Promise<boolean>;
  readonly readers = new Map<StreamId, Reader>();
  /** What the client came with, until each of its streams was begun. */
  cursors: Cursors;
  /**
   * What it asked for by name before it was known which channels the person is in; undefined from then on.
   * A stream without a position is read from its live end.
   */
  named: Map<StreamId, number | undefined> | undefined = new Map();
  focus: { readonly channels: ReadonlySet<ChannelId>; readonly users: ReadonlySet<UserId> } | undefined;
  /** Undefined until it is known. */
  guest: boolean | undefined;
  closed = false;
  sendsInFlight = 0;
  heardAt: number;
  pingedAt: number;
  checkedAt: number;
  laggingSince: number | undefined;
  readonly #deps: ConnectionDeps;
  readonly #outbox: Frame[] = [];
  #room: number;
  #full = false;

  constructor(deps: ConnectionDeps, opening: Opening) {
    this.#deps = deps;
    this.id = opening.id;
    this.actor = opening.actor;
    this.link = opening.link;
    this.interactive = opening.interactive;
    this.cursors = opening.cursors;
    this.stillSignedIn = () => opening.stillSignedIn();
    this.heardAt = this.pingedAt = this.checkedAt = deps.timers.now();
    this.#room = deps.limits.bufferBytes;
  }

  get userId(): UserId {
    return this.actor.userId;
  }

  /** The last entry of a stream that the client has, as it said last. */
  cursor(stream: StreamId): number | undefined {
    return this.named?.get(stream) ?? this.cursors.get(stream);
  }

  queue(frame: Frame): boolean {
    if (this.closed || this.#full) return false;
    this.say(frame);
    if (this.#room < 0) this.#full = true;
    return true;
  }

  say(frame: Frame): void {
    if (this.closed) return;
    if (this.#outbox.length === 0) this.#deps.outlet.connectionHasFrames(this);
    this.#outbox.push(frame);
    this.#room -= frame.wire.length;
  }

  /** For what may be dropped. */
  mention(frame: Frame): void {
    if (!this.#full) this.say(frame);
  }

  handOn(): void {
    if (this.#outbox.length === 0) return;
    this.link.write(this.#outbox);
    this.#deps.meter.wrote(this.#outbox.length, sizeOf(this.#outbox));
    this.#outbox.length = 0;
    const { buffered } = this.link;
    this.#room = this.#deps.limits.bufferBytes - buffered;
    if (this.#room < 0) this.#full = true;
    if (buffered === 0) this.drained();
    else if (this.#full) this.#lag();
  }

  /** The network has taken everything: whoever fell behind meanwhile goes on. */
  drained(): void {
    this.#room = this.#deps.limits.bufferBytes;
    if (this.closed || !this.#full) return;
    this.#full = false;
    this.laggingSince = undefined;
    for (const reader of [...this.readers.values()]) reader.feed.serve(reader);
  }

  /** Ends the connection for the gateway; nothing is taken for it from now on. */
  end(): void {
    this.closed = true;
    for (const reader of [...this.readers.values()]) reader.close();
  }

  #lag(): void {
    if (this.laggingSince !== undefined) return;
    this.laggingSince = this.#deps.timers.now();
    this.#deps.meter.lagged();
  }
}

function sizeOf(frames: readonly Frame[]): number {
  let bytes = 0;
  for (const frame of frames) bytes += frame.wire.length;
  return bytes;
}
