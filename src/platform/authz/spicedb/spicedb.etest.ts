import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type RunningEngine, startEngine } from "../../../../tools/engines/index.ts";
import { channelResource } from "../authorizer.ts";
import { compileSchema } from "../compile-schema.ts";
import { describeAuthorizer } from "../testing/authorizer-contract.ts";
import { type Club, newChannel, newUser, openClub, related } from "../testing/club.ts";
import { allQuestions, library, program } from "../testing/random-rights.ts";
import { type Oracle, openOracle } from "../testing/spicedb.ts";
import { answers } from "../testing/tuples.ts";
import { connectToSpiceDb, explainedFailure } from "./connect.ts";
import type { SpiceDb } from "./spicedb.ts";

type Engine = RunningEngine<{ readonly SPICEDB_ENDPOINT: string; readonly SPICEDB_TOKEN: string }>;

const connect = ({ settings }: Engine, patienceMs?: number): SpiceDb =>
  connectToSpiceDb({
    endpoint: settings.SPICEDB_ENDPOINT,
    token: settings.SPICEDB_TOKEN,
    ...(patienceMs !== undefined && { patienceMs }),
  });

/** Where it matters what a server says, and not how soon. */
const PATIENT = 30_000;

describe("with a server", () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await startEngine("spicedb");
  });

  afterAll(async () => {
    await engine.discard();
  });

  describeAuthorizer("decided by SpiceDB", {
    open: () => openClub(async () => connect(engine, PATIENT)),
    runs: 60,
  });
});

describe("a server and our evaluator", () => {
  let engine: Engine;
  let oracle: Oracle;

  beforeEach(async () => {
    engine = await startEngine("spicedb");
  });

  afterEach(async () => {
    oracle.close();
    await engine.discard();
  });

  it.each([
    ["the program's schema", program, 1_000],
    ["a schema of sets and nesting", library, 150],
  ])(
    "agree on %s, whatever the relationships",
    async (_, { text, resources, tuples }, numRuns) => {
      const schema = compileSchema(text);
      const questions = fc.subarray(allQuestions(schema, resources), { minLength: 20, maxLength: 20 });
      oracle = await openOracle(text, connect(engine, PATIENT));
      await fc.assert(
        fc.asyncProperty(fc.subarray(tuples), questions, async (some, asked) => {
          expect(await answers(schema, some, asked)).toEqual(await oracle.answers(some, asked));
        }),
        { numRuns },
      );
    },
    300_000,
  );
});

describe("a server that fails", () => {
  let engine: Engine;
  let club: Club;

  beforeAll(async () => {
    engine = await startEngine("spicedb");
    club = await openClub(async () => connect(engine));
  });

  afterAll(async () => {
    await club.close();
    await engine.discard();
  });

  it.each<[how: string, fail: () => unknown, mend: () => unknown]>([
    ["hangs", () => engine.pause(), () => engine.resume()],
    ["is killed and comes back with nothing", () => engine.kill(), () => engine.start()],
    ["is stopped and comes back with nothing", () => engine.stop(), () => engine.start()],
  ])("costs no answer when it %s", async (_, fail, mend) => {
    const server = await club.openServer();
    const [channel, ann, bob] = [newChannel(), newUser(), newUser()];
    const permitted = async (user: typeof ann) =>
      (await server.permit(user, "send_message", channel)) !== undefined;
    await club.touch(server, related(channel, "member", ann));
    expect(await permitted(ann)).toBe(true);
    await fail();
    await club.touch(server, related(channel, "member", bob));
    expect(await permitted(bob)).toBe(true);
    await club.remove(server, channel, related(channel, "member", ann));
    expect(await permitted(ann)).toBe(false);
    await mend();
    const spicedb = connect(engine);
    const asked = [ann, bob].map((user) => ({
      resource: `channel:${channel}`,
      relation: "send_message",
      subject: `user:${user}`,
    }));
    await vi.waitFor(async () => expect(await spicedb.check(asked)).toEqual([false, true]), {
      timeout: 20_000,
    });
    spicedb.close();
    expect(await server.check(bob, "send_message", channelResource(channel))).toBe(true);
  });
});

describe("what a server refuses", () => {
  it("is told in one line that names the variable and not the secret", async () => {
    const engine: Engine = await startEngine("spicedb");
    const { SPICEDB_ENDPOINT: endpoint } = engine.settings;
    const stranger = connectToSpiceDb({ endpoint, token: "hunter2" });
    const failure = await stranger.findSchema().catch(explainedFailure);
    expect(String(failure)).toMatch(/^EngineRefused: SPICEDB_TOKEN: [^\n]*$/);
    expect(String(failure)).not.toContain("hunter2");
    await engine.stop();
    expect(String(await stranger.findSchema().catch(explainedFailure))).toMatch(/: SPICEDB_ENDPOINT: /);
    stranger.close();
    await engine.discard();
  });
});
