import { systemClock } from "../src/kernel/clock.ts";
import { createIds } from "../src/kernel/ids.ts";
import { channelResource, type Relationship } from "../src/platform/authz/authorizer.ts";
import { loadSchema } from "../src/platform/authz/compile-schema.ts";
import { createAuthorizer } from "../src/platform/authz/create-authorizer.ts";
import { createSpiceDbEngine } from "../src/platform/authz/spicedb/spicedb-engine.ts";
import { createTimeline } from "../src/platform/authz/timeline.ts";
import { openDatabase } from "../src/platform/postgres/database.ts";
import { createStreams } from "../src/platform/stream/streams.ts";
import type { BenchDatabase } from "./bench-database.ts";
import { type Measurement, perSecond, rate } from "./report.ts";

const ids = createIds(systemClock);
const PEOPLE = 1_000;
const CHANNELS = 20;
const QUESTIONS = 200_000;
const MEMORY_GOAL = 20;
const READ_GOAL = 1_000;

/** Questions answered from memory, and one by one when everything must be read first; in microseconds. */
export async function measureAuthorisation({ url }: BenchDatabase): Promise<Measurement[]> {
  const open = (role: string) =>
    openDatabase<unknown>({
      url,
      role,
      onError: (error) => {
        throw error;
      },
    });
  const [context, stream, authz] = ["chatter_channel", "chatter_stream", "chatter_authz"].map(open);
  if (!context || !stream || !authz) throw new Error("no databases");
  const authorizer = createAuthorizer({ database: authz, streams: createStreams(stream), staleMs: 600_000 });
  const people = Array.from({ length: PEOPLE }, () => ids.next("usr"));
  const channels = Array.from({ length: CHANNELS }, () => ids.next("chn"));
  const touch = channels.flatMap((channel) =>
    people.map(
      (user): Relationship => ({
        resource: `channel:${channel}`,
        relation: "member",
        subject: `user:${user}`,
      }),
    ),
  );
  await context.transaction((tx) => authorizer.write(tx, { touch }));
  const pairs = channels.flatMap((channel) => people.map((user) => ({ channel, user })));

  const ask = async (count: number, question: (pair: (typeof pairs)[number]) => Promise<unknown>) => {
    const begun = performance.now();
    for (let n = 0; n < count; n += 1) {
      const pair = pairs[n % pairs.length];
      if (pair) await question(pair);
    }
    return rate(count, performance.now() - begun);
  };
  const permit = ({ channel, user }: (typeof pairs)[number]) =>
    authorizer.permit(user, "send_message", channel);
  const check = ({ channel, user }: (typeof pairs)[number]) =>
    authorizer.check(user, "view", channelResource(channel));

  const read = await ask(pairs.length, permit);
  const permits = await ask(QUESTIONS, permit);
  const checks = await ask(QUESTIONS, check);
  const remembered = await measureAnswers(pairs);
  await Promise.all([context, stream, authz].map((database) => database.close()));
  return [
    line("permission to send, read from PostgreSQL", read, READ_GOAL),
    line("permission to send, from memory", permits, MEMORY_GOAL),
    line("permission to view, from memory", checks, MEMORY_GOAL),
    line("permission to view, remembered of SpiceDB", remembered, MEMORY_GOAL),
  ];
}

/** What SpiceDB has answered once, without SpiceDB. */
async function measureAnswers(pairs: readonly { channel: string; user: string }[]): Promise<number> {
  const schema = loadSchema();
  const engine = createSpiceDbEngine({
    mirror: { available: true, check: async (questions) => questions.map(() => true) },
    evaluator: { decide: async () => false, changed: () => {} },
    schema,
    timeline: createTimeline(() => performance.now()),
    capacity: 100_000,
  });
  const questions = pairs.map(({ channel, user }) => ({
    person: `user:${user}`,
    permission: "view",
    resource: `channel:${channel}`,
    notBefore: Number.NEGATIVE_INFINITY,
  }));
  await Promise.all(questions.map((question) => engine.decide(question)));
  const begun = performance.now();
  for (let n = 0; n < QUESTIONS; n += 1) {
    const question = questions[n % questions.length];
    if (question) await engine.decide(question);
  }
  return rate(QUESTIONS, performance.now() - begun);
}

function line(what: string, asked: number, goal: number): Measurement {
  const microseconds = 1_000_000 / asked;
  return {
    what,
    figure: `${microseconds.toFixed(1)} µs`,
    comparedWith: `one after the other ${perSecond(asked)}`,
    goal: `< ${goal} µs`,
    reached: microseconds < goal,
  };
}
