import { systemClock } from "../src/kernel/clock.ts";
import { createIds } from "../src/kernel/ids.ts";
import { channelResource, type Relationship } from "../src/platform/authz/authorizer.ts";
import { createAuthorizer } from "../src/platform/authz/create-authorizer.ts";
import { openDatabase } from "../src/platform/postgres/database.ts";
import { createStreams } from "../src/platform/stream/streams.ts";
import type { BenchDatabase } from "./bench-database.ts";
import { type Measurement, perSecond, rate } from "./report.ts";

const ids = createIds(systemClock);
const PEOPLE = 1_000;
const CHANNELS = 20;
const QUESTIONS = 200_000;
const GOAL_MICROSECONDS = 20;

/** Questions answered from memory, against the same questions when everything must be read first. */
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

  const cold = await ask(pairs.length, permit);
  const permits = await ask(QUESTIONS, permit);
  const checks = await ask(QUESTIONS, check);
  await Promise.all([context, stream, authz].map((database) => database.close()));
  return [
    line("permission to send, from memory", permits, cold),
    line("permission to view, from memory", checks, cold),
  ];
}

function line(what: string, warm: number, cold: number): Measurement {
  const microseconds = 1_000_000 / warm;
  return {
    what,
    figure: `${microseconds.toFixed(1)} µs`,
    comparedWith: `read one by one from PostgreSQL ${perSecond(cold)}, from memory ${perSecond(warm)}`,
    goal: `< ${GOAL_MICROSECONDS} µs`,
    reached: microseconds < GOAL_MICROSECONDS,
  };
}
