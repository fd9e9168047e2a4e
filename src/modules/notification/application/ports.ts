import type { Actor } from "../../../kernel/actor.ts";
import type { ChannelId, ConnectionId, FileId, MessageId, OrgId, UserId } from "../../../kernel/ids.ts";
import type { Goodbye } from "../domain/goodbye.ts";
import type { ResetReason } from "../domain/position.ts";
import type { PresenceChoice, PresenceSetting, PresenceState } from "../domain/presence.ts";
import type { Run, StreamId } from "../domain/stream.ts";

/** A part of a stream and how far the stream went at that moment. */
export interface Page {
  readonly run: Run;
  readonly head: number;
}

/** The durable streams. What is announced is committed, but may come late, twice or not at all. */
export interface StreamSource {
  /** Entries from a position on, at most so many. */
  read(stream: StreamId, from: number, limit: number): Promise<Page>;
  /** Streams without an entry are left out. */
  heads(streams: readonly StreamId[]): Promise<ReadonlyMap<StreamId, number>>;
  subscribe(listener: (stream: StreamId, run: Run) => void): () => void;
}

/** Who is in which channel. Both answers reflect everything committed before the question. */
export interface Memberships {
  channelsOf(user: UserId): Promise<readonly ChannelId[]>;
  isMember(channel: ChannelId, user: UserId): Promise<boolean>;
}

/** Who may read a channel, in it or not. Reflects everything committed before the question. */
export interface Access {
  mayRead(user: UserId, channel: ChannelId): Promise<boolean>;
}

/** Guests see only people they share a channel with. */
export interface People {
  isGuest(person: Pick<Actor, "userId" | "orgId">): Promise<boolean>;
  /** Everybody who is in some channel together with the person. */
  sharedWith(user: UserId): Promise<ReadonlySet<UserId>>;
}

export interface Profile {
  readonly id: UserId;
  readonly handle: string;
  readonly name: string;
  readonly guest: boolean;
}

/** People who have just joined, and so have nothing more to show. */
export interface Profiles {
  findUsers(ids: readonly UserId[]): Promise<readonly Profile[]>;
}

export interface SendMessage {
  readonly channelId: ChannelId;
  readonly clientId: string;
  readonly text: string;
  readonly threadRootId: MessageId | undefined;
  readonly alsoInChannel: boolean;
  readonly fileIds: readonly FileId[];
}

/** Posts messages; refuses with a DomainError. */
export interface Sender {
  send(actor: Actor, command: SendMessage): Promise<{ readonly seq: bigint; readonly messageId: MessageId }>;
}

/** What people chose to show, kept over restarts. */
export interface PresenceSettings {
  find(user: UserId): Promise<PresenceChoice | undefined>;
  /** Tells the person's own stream in the same transaction. */
  save(user: UserId, choice: PresenceChoice, at: Date): Promise<void>;
}

export interface PresenceErasure {
  /** Tells nobody: the person's own stream is gone. */
  forget(user: UserId): Promise<void>;
}

/** What is told to all servers at once, without a number, and may be lost. */
export type Signal =
  | {
      readonly kind: "typing";
      readonly channelId: ChannelId;
      readonly threadRootId: string;
      readonly userId: UserId;
    }
  /** What one server shows of a person. */
  | {
      readonly kind: "presence";
      readonly server: string;
      readonly userId: UserId;
      readonly state: PresenceState;
    }
  /** A server that has just come does not know yet whom the others show. */
  | { readonly kind: "presence_wanted" }
  | {
      readonly kind: "presence_set";
      readonly userId: UserId;
      readonly setting: PresenceSetting;
      /** Milliseconds since 1970. */
      readonly expiresAt: number | undefined;
    }
  /** `user` is the encoded chatter.user.v1.User. */
  | { readonly kind: "profile"; readonly userId: UserId; readonly user: Uint8Array }
  | { readonly kind: "org"; readonly orgId: OrgId; readonly name: string }
  /** Sessions or API keys that no longer count; without ids all of the person's. */
  | {
      readonly kind: "credentials_ended";
      readonly userId: UserId;
      readonly ids: readonly string[] | undefined;
    }
  /** What the person may see of others, or of channels they are not in, may have changed. */
  | { readonly kind: "rights_changed"; readonly userId: UserId };

export interface SignalBus {
  publish(signal: Signal): void;
  subscribe(listener: (signal: Signal) => void): () => void;
}

/** A server frame, encoded once for however many connections it goes to. */
export interface Frame {
  /** The encoded chatter.notification.v1.ServerFrame. */
  readonly payload: Uint8Array;
  /** The same as a whole WebSocket message. */
  readonly wire: Uint8Array;
}

export interface Welcome {
  readonly connection: ConnectionId;
  readonly userId: UserId;
}

export type SendOutcome =
  | { readonly clientId: string; readonly seq: bigint; readonly messageId: MessageId }
  | { readonly clientId: string; readonly error: unknown };

export interface Frames {
  welcome(welcome: Welcome): Frame;
  entries(stream: StreamId, run: Run): Frame;
  caughtUp(stream: StreamId, head: number): Frame;
  reset(stream: StreamId, head: number, reason: ResetReason): Frame;
  sendResult(outcome: SendOutcome): Frame;
  typing(signal: Extract<Signal, { kind: "typing" }>): Frame;
  presence(userId: UserId, state: PresenceState): Frame;
  user(user: Uint8Array): Frame;
  org(org: { readonly id: OrgId; readonly name: string }): Frame;
  ping(): Frame;
  goodbye(goodbye: Goodbye): Frame;
}

/** The network's side of a connection. */
export interface Link {
  /** Bytes that were handed over and that the network has not taken yet. */
  readonly buffered: number;
  /** Hands over all frames at once; the link keeps none of the array. */
  write(frames: readonly Frame[]): void;
  /** Lets what was handed over go out, then closes. */
  close(goodbye: Goodbye): void;
}

export interface Timers {
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  /** Runs once, not before this turn of the event loop has ended. */
  after(ms: number, run: () => void): () => void;
  every(ms: number, run: () => void): () => void;
  /** Uniformly between 0 and 1. */
  random(): number;
}

/** How the connections are at one moment. */
export interface Load {
  readonly connections: number;
  /** Of these, those that take no more until their network has taken what waits. */
  readonly lagging: number;
  /** What waits for their networks. */
  readonly bufferedBytes: number;
}

/** Counts what the gateway does. */
export interface Meter {
  /** Given once: how it is, whenever that is asked. */
  watch(load: () => Load): void;
  delivered(entries: number): void;
  wrote(frames: number, bytes: number): void;
  lagged(): void;
  reset(reason: ResetReason): void;
  readLog(entries: number): void;
  foundByHeadCheck(streams: number): void;
  ended(reason: Goodbye["reason"]): void;
}

/** Told of failures that nobody waits for. */
export interface Trouble {
  failed(doing: string, error: unknown): void;
}
