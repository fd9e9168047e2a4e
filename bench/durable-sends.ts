import { sql } from "kysely";
import { systemClock } from "../src/kernel/clock.ts";
import { type ChannelId, createIds, type UserId } from "../src/kernel/ids.ts";
import { createMessageModule, type MessageSchema } from "../src/modules/message/index.ts";
import { type Database, openDatabase } from "../src/platform/postgres/database.ts";
import { createStreams, type Streams } from "../src/platform/stream/streams.ts";
import type { BenchDatabase } from "./bench-database.ts";
import { messageSiblings } from "./message-siblings.ts";
import { type Measurement, percentile, perSecond, rate, times } from "./report.ts";

const ids = createIds(systemClock);
const TEXT = "The import resumes now; who looks at the rollback note before Friday?";
const CHANNELS = 20;

type Send = (author: UserId, channel: ChannelId, clientId: string) => Promise<unknown>;

/** Sends that are acknowledged after commit, against one transaction a message on the same PostgreSQL. */
export async function measureDurableSends({ url }: BenchDatabase): Promise<Measurement[]> {
  const fail = (error: Error) => {
    throw error;
  };
  const database = openDatabase<MessageSchema>({
    url,
    role: "chatter_message",
    connections: 32,
    onError: fail,
  });
  const streamDatabase = openDatabase<unknown>({ url, role: "chatter_stream", onError: fail });
  const streams = createStreams(streamDatabase);
  const measurements: Measurement[] = [];
  for (const [senders, goal] of [
    [32, 3],
    [256, 8],
  ] as const) {
    const naive = await load(naiveSend(database), senders, 4_000);
    const grouped = await load(groupedSend(database, streams), senders, 20_000);
    const ratio = grouped.rate / naive.rate;
    measurements.push({
      what: `durable sends, ${senders} senders`,
      figure: `${perSecond(grouped.rate)}, p50 ${grouped.p50.toFixed(1)} ms, p99 ${grouped.p99.toFixed(1)} ms`,
      comparedWith: `one transaction a message ${perSecond(naive.rate)}: ${times(ratio)}`,
      goal: `≥ ${goal} ×`,
      reached: ratio >= goal,
    });
  }
  await database.close();
  await streamDatabase.close();
  return measurements;
}

/** Each sender sends its next message when the one before is acknowledged. */
async function load(send: Send, senders: number, messages: number) {
  const channels = Array.from({ length: CHANNELS }, () => ids.next("chn"));
  const latencies: number[] = [];
  let left = messages;
  const sender = async (n: number): Promise<void> => {
    const author = ids.next("usr");
    while (left-- > 0) {
      const began = performance.now();
      await send(author, channels[(n + left) % CHANNELS] as ChannelId, `${n}-${left}`);
      latencies.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: senders }, (_, n) => sender(n)));
  const elapsed = performance.now() - began;
  return { rate: rate(messages, elapsed), p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
}

/** What most programs do: number, log entry and read model in a transaction for each message. */
function naiveSend(database: Database<MessageSchema>): Send {
  return (author, channel, clientId) =>
    database.transaction(async (tx) => {
      const id = ids.next("msg");
      const { rows } = await sql<{ seqs: bigint[] }>`
        select stream.append(${[channel]}, ${[Buffer.from(TEXT)]}) as seqs`.execute(tx.sql);
      await tx.sql
        .insertInto("message.messages")
        .values({
          id,
          channel_id: channel,
          seq: rows[0]?.seqs[0] ?? 0n,
          author_id: author,
          client_id: clientId,
          body: TEXT,
          posted_at: systemClock.now(),
        })
        .execute();
    });
}

function groupedSend(database: Database<MessageSchema>, streams: Streams): Send {
  const { send } = createMessageModule({
    ...messageSiblings,
    clock: systemClock,
    ids,
    database,
    streams,
  });
  const orgId = ids.next("org");
  return (userId, channelId, clientId) =>
    send({ userId, orgId, scope: "full" }, { channelId, clientId, text: TEXT, alsoInChannel: false });
}
