import type { Membership } from "../../../gen/chatter/channel/v1/channel_pb.js";
import { type MyChannel, myChannel } from "./channel-list.ts";
import type { Clients } from "./clients.ts";
import { isPassing } from "./errors.ts";
import type { Store } from "./store.ts";

export interface ReadMarksDeps {
  readonly clients: Clients;
  readonly store: Store<string, MyChannel>;
  /** The server's answer. */
  readonly confirmed: (membership: Membership) => void;
  /** The position moved into what only the server can count. */
  readonly recount: () => void;
}

export type ReadMarks = ReturnType<typeof createReadMarks>;

interface Mark {
  /** How far the person has read, as far as this tab knows. */
  readonly seq: bigint;
  /** Told to the server. */
  readonly told: boolean;
}

const pauseMs = 500;
const retryMs = 5_000;

/** Read positions, shown at once and told to the server at a measured pace. */
export function createReadMarks({ clients, store, confirmed, recount }: ReadMarksDeps) {
  const marks = new Map<string, Mark>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const show = (channelId: string, readSeq: bigint) => {
    const known = store.get(channelId);
    if (known === undefined) return;
    const { channel, membership, count } = known;
    store.set(channelId, myChannel(channel, { ...membership, readSeq }, count));
  };
  const settle = (channelId: string, membership: Membership | undefined) => {
    marks.delete(channelId);
    if (membership !== undefined) confirmed(membership);
    const { count, membership: shown } = store.get(channelId) ?? {};
    if (count !== undefined && shown !== undefined && shown.readSeq < count.head) recount();
  };
  const tell = async (channelId: string) => {
    timers.delete(channelId);
    const mark = marks.get(channelId);
    if (mark === undefined || mark.told) return;
    timers.set(
      channelId,
      setTimeout(() => void tell(channelId), pauseMs),
    );
    marks.set(channelId, { ...mark, told: true });
    try {
      const { membership } = await clients.channel.markRead({ channelId, seq: mark.seq });
      if (marks.get(channelId)?.seq === mark.seq) settle(channelId, membership);
    } catch (error) {
      if (marks.get(channelId)?.seq !== mark.seq) return;
      if (!isPassing(error)) return settle(channelId, undefined);
      marks.set(channelId, mark);
      later(channelId, retryMs);
    }
  };
  const later = (channelId: string, delayMs: number) => {
    clearTimeout(timers.get(channelId));
    timers.set(
      channelId,
      setTimeout(() => void tell(channelId), delayMs),
    );
  };
  return {
    /** The server's word, but for a position that it has not been told or has not answered yet. */
    merged(membership: Membership): Membership {
      const mark = marks.get(membership.channelId);
      return mark === undefined || mark.seq <= membership.readSeq
        ? membership
        : { ...membership, readSeq: mark.seq };
    },
    markRead(channelId: string, seq: bigint): void {
      const readSeq = store.get(channelId)?.membership.readSeq;
      if (readSeq === undefined || seq <= readSeq) return;
      show(channelId, seq);
      marks.set(channelId, { seq, told: false });
      if (!timers.has(channelId)) void tell(channelId);
    },
    async markUnread(channelId: string, seq: bigint): Promise<void> {
      const before = store.get(channelId)?.membership.readSeq;
      if (before === undefined) return;
      marks.delete(channelId);
      show(channelId, seq - 1n);
      try {
        const { membership } = await clients.channel.markUnread({ channelId, seq });
        settle(channelId, membership);
      } catch (error) {
        show(channelId, before);
        throw error;
      }
    },
    stop(): void {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
