import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { Api } from "../../api/clients.ts";
import type { LogEntry, Streams } from "../../realtime/streams.ts";
import { messageFromProto } from "./from-proto.ts";
import type { Message } from "./message.ts";
import type { Page } from "./segment.ts";

export interface ReadDeps {
  readonly me: string;
  readonly api: Pick<Api, "messages">;
  readonly streams: Streams;
}

/** Where to read. `seq` is half of what comes before a position and half of what stands from it on. */
export type Place =
  | { readonly at: "latest" }
  | { readonly at: "seq"; readonly seq: number }
  | { readonly at: "message"; readonly id: string }
  | { readonly at: "time"; readonly time: number }
  | { readonly at: "before"; readonly seq: number }
  | { readonly at: "after"; readonly seq: number };

const pageSize = 50;
const attempts = 3;

export interface Reading extends Page {
  /** For threads, what they hang on. */
  readonly root?: Message;
}

export async function readMessages({ api, me }: ReadDeps, channelId: string, place: Place): Promise<Reading> {
  const limit = place.at === "before" || place.at === "after" ? 2 * pageSize : pageSize;
  const page = await api.messages.listMessages({ channelId, anchor: anchorOf(place), limit });
  const messages = page.messages.map((proto) => messageFromProto(proto, me));
  return { messages, hasOlder: page.hasOlder, hasNewer: page.hasNewer, head: Number(page.head) };
}

/** Threads are read from their end: `before` a position, or else the latest replies. */
export async function readThread({ api, me }: ReadDeps, rootId: string, place: Place): Promise<Reading> {
  const before = place.at === "before" ? { beforeSeq: BigInt(place.seq) } : {};
  const page = await api.messages.listThread({ rootId, ...before, limit: 2 * pageSize });
  if (page.root === undefined) throw new Error("a thread without its root");
  const messages = page.replies.map((proto) => messageFromProto(proto, me));
  const root = messageFromProto(page.root, me);
  return { root, messages, hasOlder: page.hasOlder, hasNewer: false, head: Number(page.head) };
}

/**
 * How far what is read there must reflect the log. What is joined to messages has to know every other up
 * to them: a server that is behind would leave some out that stand in between.
 */
export function leastHeadOf(place: Place): number {
  if (place.at === "before") return place.seq - 1;
  return place.at === "after" ? place.seq : 0;
}

export interface ReadTogether<T> {
  readonly read: () => Promise<T>;
  /** What reflects less is asked for again. */
  readonly leastHead: number;
  readonly take: (it: T, since: readonly LogEntry[]) => void;
}

/**
 * Reads something that reflects the log up to its `head`, and puts it together with what was delivered
 * meanwhile: `take` gets it with the entries that it does not reflect yet. Between the two nothing can
 * be delivered, because both happen in one go.
 */
export async function readTogether<T extends { readonly head: number }>(
  streams: Streams,
  channelId: string,
  { read, leastHead, take }: ReadTogether<T>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const recording = streams.record(channelId);
    try {
      const it = await read();
      const since = it.head >= (streams.cursor(channelId) ?? 0) ? [] : recording.after(it.head);
      if (since !== undefined && it.head >= leastHead) return take(it, since);
    } finally {
      recording.stop();
    }
    // What was read is older than what this client knew before it asked.
    if (attempt === attempts) throw new Error("the server answers with what is long past");
  }
}

function anchorOf(place: Place) {
  switch (place.at) {
    case "latest":
      return { case: undefined };
    case "seq":
      return { case: "aroundSeq" as const, value: BigInt(place.seq) };
    case "message":
      return { case: "aroundMessageId" as const, value: place.id };
    case "time":
      return { case: "aroundTime" as const, value: timestampFromMs(place.time) };
    case "before":
      return { case: "beforeSeq" as const, value: BigInt(place.seq) };
    case "after":
      return { case: "afterSeq" as const, value: BigInt(place.seq) };
  }
}
