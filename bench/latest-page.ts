import { create } from "@bufbuild/protobuf";
import {
  type ConnectRouter,
  createConnectRouter,
  createContextValues,
  createHandlerContext,
  type ServiceImpl,
} from "@connectrpc/connect";
import pg from "pg";
import { ListMessagesRequestSchema, MessageService } from "../gen/chatter/message/v1/message_pb.js";
import { systemClock } from "../src/kernel/clock.ts";
import { createIds } from "../src/kernel/ids.ts";
import { createMessageModule, type MessageSchema } from "../src/modules/message/index.ts";
import { openDatabase } from "../src/platform/postgres/database.ts";
import { createGate } from "../src/platform/rpc/gate.ts";
import { caller } from "../src/platform/rpc/request.ts";
import { createStreams } from "../src/platform/stream/streams.ts";
import type { BenchDatabase } from "./bench-database.ts";
import { type Measurement, percentile, times } from "./report.ts";

const MESSAGES = 1_000_000;
const ROUNDS = 1000;
// Code that runs for the first times is slower; what counts is a server that has been running.
const WARM_UP = 300;
const PAGE = 50;

/** The latest page of a channel with a million messages through ListMessages, against the bare query. */
export async function measureLatestPage({ url }: BenchDatabase): Promise<Measurement[]> {
  const ids = createIds(systemClock);
  const [channelId, reader, orgId] = [ids.next("chn"), ids.next("usr"), ids.next("org")];
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await fill(client, channelId);

  const onError = (error: Error): never => {
    throw error;
  };
  const database = openDatabase<MessageSchema>({ url, role: "chatter_message", onError });
  const streamDatabase = openDatabase<unknown>({ url, role: "chatter_stream", onError });
  const { routes } = createMessageModule({
    clock: systemClock,
    ids,
    database,
    streams: createStreams(streamDatabase),
    gate: createGate({ authorizer: { check: async () => true, permit: async () => ({ epoch: 0n }) } }),
    access: { permit: async () => ({ epoch: 0n }) },
    audiences: { audienceOf: async () => ({ memberCount: 1, moderates: false }) },
    memberships: { readPositions: async () => [] },
    channels: { channelsOfOrg: async () => [] },
  });
  const { listMessages } = capture(routes);
  const request = create(ListMessagesRequestSchema, { channelId, limit: PAGE });
  const bareText = `select * from message.messages where channel_id = $1 and listed order by seq desc limit ${PAGE}`;
  const bare = () => client.query({ name: "bare", text: bareText, values: [channelId] });
  const page = async () => {
    const values = createContextValues().set(caller, { userId: reader, orgId, scope: "full" });
    const method = MessageService.method.listMessages;
    const context = createHandlerContext({
      service: MessageService,
      method,
      protocolName: "connect",
      requestMethod: "POST",
      url: "http://bench",
      contextValues: values,
    });
    await listMessages(request, context);
  };

  const [bareMs, pageMs] = await inTurn(bare, page);
  await Promise.all([client.end(), database.close(), streamDatabase.close()]);
  return [
    {
      what: "latest page of a channel with a million messages",
      figure: `p50 ${pageMs.toFixed(2)} ms`,
      comparedWith: `the bare query ${bareMs.toFixed(2)} ms: ${times(pageMs / bareMs)}`,
      goal: "≤ 2 ×",
      reached: pageMs <= 2 * bareMs,
    },
  ];
}

async function fill(client: pg.Client, channelId: string): Promise<void> {
  await client.query(
    `insert into message.messages (id, channel_id, seq, author_id, client_id, body, posted_at)
     select 'msg_' || lpad(n::text, 27, '0'), $1, n, 'usr_' || lpad((n % 50)::text, 27, '0'), 'fill-' || n,
       'A message of ordinary length, number ' || n || ', as people write it all day long.', now()
     from generate_series(1, $2::int) n`,
    [channelId, MESSAGES],
  );
  await client.query("insert into stream.heads (stream, head) values ($1, $2)", [channelId, MESSAGES]);
  await client.query("vacuum analyze message.messages");
}

/** The handlers themselves, without a network: what is compared is our work, not a transport's. */
function capture(routes: (router: ConnectRouter) => void): ServiceImpl<typeof MessageService> {
  let captured: ServiceImpl<typeof MessageService> | undefined;
  const router = createConnectRouter();
  routes({
    ...router,
    service(_service, implementation) {
      captured = implementation as ServiceImpl<typeof MessageService>;
      return router;
    },
  });
  if (captured === undefined) throw new Error("the module registers no service");
  return captured;
}

/** Medians of both, measured alternately so that neither has the better moments. */
async function inTurn(a: () => Promise<unknown>, b: () => Promise<unknown>): Promise<[number, number]> {
  const samples: [number[], number[]] = [[], []];
  for (let n = 0; n < WARM_UP + ROUNDS; n++) {
    for (const [index, work] of [a, b].entries()) {
      const began = performance.now();
      await work();
      if (n >= WARM_UP) samples[index]?.push(performance.now() - began);
    }
  }
  return [percentile(samples[0], 0.5), percentile(samples[1], 0.5)];
}
