import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { channels, users, World } from "./testing/model/world.ts";
import { settled } from "./testing/virtual-timers.ts";

type Step = (world: World) => void | Promise<void>;

const number = fc.nat({ max: 20 });
const user = fc.constantFrom(...users);
const channel = fc.constantFrom(...channels);

/** A named step, so that a counterexample reads as a story. */
function step<T extends unknown[]>(
  name: string,
  values: { [K in keyof T]: fc.Arbitrary<T[K]> },
  run: (world: World, ...values: T) => void | Promise<void>,
): fc.Arbitrary<Step & { toString(): string }> {
  return fc.tuple(...values).map((chosen) =>
    Object.assign((world: World) => run(world, ...(chosen as T)), {
      toString: () => `${name}(${chosen.join(", ")})`,
    }),
  );
}

const fate = fc.constantFrom("arrives" as const, "is lost" as const, "arrives twice" as const);

const steps = fc.oneof(
  { weight: 8, arbitrary: step("post", [channel], (world, where) => world.organisation.post(where)) },
  {
    weight: 8,
    arbitrary: step("announcement", [number, number, fate], (world, server, which, what) =>
      world.servers[server % 2]?.announce(which, what),
    ),
  },
  {
    weight: 10,
    arbitrary: step("answer", [number, number], (world, server, which) =>
      world.servers[server % 2]?.pending.proceed(which),
    ),
  },
  { weight: 4, arbitrary: step("answer all", [], (world) => world.answerAll()) },
  {
    weight: 1,
    arbitrary: step("the database fails", [number, number], (world, server, which) =>
      world.servers[server % 2]?.pending.fail(which),
    ),
  },
  {
    weight: 3,
    arbitrary: step("join", [user, channel], (world, who, where) => world.organisation.join(who, where)),
  },
  {
    weight: 3,
    arbitrary: step("remove", [user, channel], (world, who, where) => world.organisation.remove(who, where)),
  },
  {
    weight: 1,
    arbitrary: step("join and leave again and again", [user, channel], (world, who, where) => {
      for (let times = 0; times < 8; times++) {
        world.organisation.join(who, where);
        world.organisation.remove(who, where);
      }
    }),
  },
  {
    weight: 1,
    arbitrary: step("open to everybody", [channel, fc.boolean()], (world, where, everybody) =>
      world.organisation.openTo(where, everybody, users),
    ),
  },
  {
    weight: 3,
    arbitrary: step("connect", [user, number], (world, who, server) => world.connect(who, server)),
  },
  {
    weight: 2,
    arbitrary: step("reconnect", [number, number], (world, which, server) => world.reconnect(which, server)),
  },
  {
    weight: 1,
    arbitrary: step("watch", [number, channel], (world, which, where) => world.watch(which, where)),
  },
  { weight: 2, arbitrary: step("hold", [number], (world, which) => world.hold(which)) },
  { weight: 2, arbitrary: step("release", [number], (world, which) => world.release(which)) },
  { weight: 1, arbitrary: step("kill", [number], (world, which) => world.kill(which)) },
  {
    weight: 6,
    arbitrary: step("time passes", [fc.constantFrom(0, 5, 5, 5, 200, 3_500)], (world, ms) =>
      world.timers.pass(ms),
    ),
  },
);

async function history(story: readonly Step[]): Promise<World> {
  const world = new World();
  for (const take of story) {
    await take(world);
    await settled();
    expect(world.broken).toEqual([]);
    expect(world.overBudget()).toEqual([]);
  }
  return world;
}

describe("the promises of realtime delivery", () => {
  it("hold in every history of messages, losses, removals, slow readers and deaths of servers", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 120, size: "max" }), async (story) => {
        const world = await history(story);
        await world.calm();
        expect(world.broken).toEqual([]);
        expect(world.missing()).toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
