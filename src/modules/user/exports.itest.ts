import { type Client, createClient, createRouterTransport } from "@connectrpc/connect";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Role } from "../../../gen/chatter/auth/v1/auth_pb.js";
import { ExportScope, ExportService, ExportState } from "../../../gen/chatter/user/v1/export_pb.js";
import type { Actor } from "../../kernel/actor.ts";
import { parseId } from "../../kernel/ids.ts";
import { createCallPolicy } from "../../platform/rpc/call-policy.ts";
import { refusalOf } from "../../platform/rpc/testing/refusal.ts";
import { createUserWorld, type Person, type UserWorld } from "./testing/world.ts";

const log = pino({ level: "silent" });
const HOUR_MS = 3_600_000;
const FIRST = { section: 0, after: undefined, chunk: 0 };
const PUBLIC = { scope: ExportScope.PUBLIC };
const SESSION = parseId("ses", `ses_${"1".repeat(27)}`);

let world: UserWorld;
let ada: Person;
beforeAll(async () => {
  world = await createUserWorld();
  ada = await world.join("Ada");
});
afterAll(() => world.close());

/** The service as somebody calls it, in a session or with a key. */
function exportsAs({ userId, orgId, scope }: Actor, by: "session" | "key"): Client<typeof ExportService> {
  const actor: Actor = { userId, orgId, scope, ...(by === "session" && { sessionId: SESSION }) };
  const router = createCallPolicy({ authenticate: async () => actor, log });
  return createClient(ExportService, createRouterTransport(world.module.routes, { router }));
}

async function start() {
  const { export: one } = await exportsAs(ada, "session").startExport(PUBLIC);
  return { orgId: ada.orgId, id: parseId("exp", one?.id ?? "") };
}

async function writeToItsEnd(key: Awaited<ReturnType<typeof start>>): Promise<void> {
  const { exports } = world.module;
  await exports.begin(key);
  let place: Awaited<ReturnType<typeof exports.continue>> = FIRST;
  while (place !== undefined) place = await exports.continue(key, place);
  await exports.finish(key);
}

async function stateOf(id: string): Promise<ExportState | undefined> {
  const { exports } = await exportsAs(ada, "session").listExports({ pageSize: 100 });
  return exports.find((one) => one.id === id)?.state;
}

describe("an export", () => {
  it("is for owners in a session: not for admins, and not for a key", async () => {
    const grace = await world.join("Grace", Role.ADMIN);
    expect(await refusalOf(exportsAs(grace, "session").startExport(PUBLIC))).toBe("PERMISSION_DENIED");
    expect(await refusalOf(exportsAs(grace, "session").listExports({}))).toBe("PERMISSION_DENIED");
    expect(await refusalOf(exportsAs(ada, "key").startExport(PUBLIC))).toBe("EXPORT_NEEDS_SESSION");
  });

  it("loses its file a week after it was ready, and stays in the list", async () => {
    const key = await start();
    await writeToItsEnd(key);
    world.clock.advance(7 * 24 * HOUR_MS - HOUR_MS);
    await world.module.expireExports();
    expect(await stateOf(key.id)).toBe(ExportState.READY);
    world.clock.advance(HOUR_MS);
    await world.module.expireExports();
    expect(await stateOf(key.id)).toBe(ExportState.EXPIRED);
  });

  it("is told to all owners that it failed, and another can be asked for", async () => {
    const key = await start();
    await world.module.exports.begin(key);
    await world.module.exports.fail(key);
    expect(await stateOf(key.id)).toBe(ExportState.FAILED);
    await world.module.exports.finish(key);
    expect(await stateOf(key.id)).toBe(ExportState.FAILED);
    const next = await start();
    await writeToItsEnd(next);
    expect(await stateOf(next.id)).toBe(ExportState.READY);
  });

  it("goes no further once it is canceled, wherever it was", async () => {
    const key = await start();
    await world.module.exports.begin(key);
    await exportsAs(ada, "session").cancelExport({ exportId: key.id });
    expect(await world.module.exports.continue(key, FIRST)).toBeUndefined();
    await world.module.exports.finish(key);
    expect(await stateOf(key.id)).toBe(ExportState.CANCELED);
  });

  it("is listed in pages, the latest first", async () => {
    const api = exportsAs(ada, "session");
    const all = (await api.listExports({ pageSize: 100 })).exports.map(({ id }) => id);
    const first = await api.listExports({ pageSize: 3 });
    const rest = await api.listExports({ pageSize: 100, pageToken: first.nextPageToken });
    expect([...first.exports, ...rest.exports].map(({ id }) => id)).toEqual(all);
    expect(rest.nextPageToken).toBe("");
    expect(await refusalOf(api.listExports({ pageToken: "rubbish" }))).toBe("PAGE_TOKEN_MALFORMED");
    const nobodys = `exp_${"0".repeat(27)}`;
    expect(await refusalOf(api.cancelExport({ exportId: nobodys }))).toBe("EXPORT_NOT_FOUND");
  });
});
