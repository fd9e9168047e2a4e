import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ExportScope, ExportState } from "../../../../gen/chatter/user/v1/export_pb.js";
import { refusalOf } from "../../../platform/rpc/testing/refusal.ts";
import type { Config } from "../../config.ts";
import { bytesOf, ExportWorld, type Line } from "./export-world.ts";

let world: ExportWorld;

/** What an export promises, whatever runs the saga and whatever is killed. */
export function describeExport(by: string, settings: () => Promise<Partial<Config>>): void {
  beforeAll(async () => {
    world = await ExportWorld.open(await settings());
  }, 120_000);
  afterAll(() => world.sagas.close());

  describe(`an export of the organisation ${by}`, { timeout: 240_000 }, () => {
    it("is whole and holds everything once, though workers are killed before and after every step", survives);
    it("tells a message with its thread, earlier texts, reactions and pin", tellsAll);
    it("leaves private channels and direct conversations out where only public ones are wanted", isPublic);
    it("ends where its owner cancels it, and nothing is left of what was written", isCanceled);
    it("is given to owners only, in parts too", isGiven);
  });
}

async function survives(): Promise<void> {
  const { ada } = world;
  const id = await world.start(ExportScope.EVERYTHING);
  const second = ada.api.exports.startExport({ scope: ExportScope.PUBLIC });
  expect(await refusalOf(second)).toBe("EXPORT_UNDER_WAY");
  expect((await world.fetchFile(id)).status).toBe(409);
  await world.sagas.workAndDie(["begin", "write", "finish"], "finish");

  const lines = await world.linesOf(id);
  expect(lines[0]).toMatchObject({ type: "export", version: 1, scope: "everything", asked_by: ada.id });
  expect(lines[1]).toMatchObject({ type: "organisation", name: "Engines" });
  expect(lines.at(-1)).toMatchObject({ type: "end", messages: 4 });
  expect(ofType(lines, "message", "text")).toEqual(["a better root", "a confidence", "a reply", "a secret"]);
  expect(ofType(lines, "person", "name")).toEqual(["Ada", "Byron"]);
  expect(ofType(lines, "account", "role")).toEqual(["member", "owner"]);
  const undisturbed = await world.write(ExportScope.EVERYTHING);
  expect(lines.slice(1, -1)).toEqual(undisturbed.slice(1, -1));
}

async function tellsAll(): Promise<void> {
  const lines = await world.write(ExportScope.EVERYTHING);
  const root = lines.find(({ text }) => text === "a better root");
  expect(root).toMatchObject({
    earlier: [{ text: "a root" }],
    reactions: [{ emoji: "👍", user_ids: [world.byron.id] }],
    pinned: { by: world.ada.id },
  });
  expect(lines.find(({ text }) => text === "a reply")).toMatchObject({ thread_root_id: root?.["id"] });
  expect(JSON.stringify(lines)).not.toMatch(/a draft|a regret|argon2|password/);
}

async function isPublic(): Promise<void> {
  const lines = await world.write(ExportScope.PUBLIC);
  expect(ofType(lines, "message", "text")).toEqual(["a better root", "a reply"]);
  expect(new Set(ofType(lines, "channel", "kind"))).toEqual(new Set(["public"]));
}

async function isCanceled(): Promise<void> {
  const exportId = await world.start(ExportScope.EVERYTHING);
  await world.sagas.die([{ step: "write", when: "after" }]);
  const { export: canceled } = await world.ada.api.exports.cancelExport({ exportId });
  expect(canceled?.state).toBe(ExportState.CANCELED);
  expect((await world.fetchFile(exportId)).status).toBe(409);
  const chunks = "select from users.export_chunks where export_id = $1";
  expect((await world.sagas.sql.query(chunks, [exportId])).rows).toEqual([]);
  await world.sagas.workAndDie([], "finish");
  const next = await world.write(ExportScope.PUBLIC);
  expect(next.at(-1)?.type).toBe("end");
}

async function isGiven(): Promise<void> {
  const { ada, byron } = world;
  const { exports } = await ada.api.exports.listExports({});
  const ready = exports.find(({ state }) => state === ExportState.READY);
  const id = ready?.id ?? "";
  const whole = await bytesOf(await world.fetchFile(id));
  expect(whole.length).toBe(Number(ready?.bytes));

  const first = await world.fetchFile(id, { range: "bytes=0-99" });
  const unchanged = first.headers.get("etag") ?? "";
  const rest = await world.fetchFile(id, { range: "bytes=100-", "if-range": unchanged });
  expect([first.status, rest.status]).toEqual([206, 206]);
  expect(Buffer.concat([await bytesOf(first), await bytesOf(rest)])).toEqual(whole);
  const statusOf = async (headers: Record<string, string>, token = ada.token) =>
    (await world.fetchFile(id, headers, token)).status;
  expect(await statusOf({ range: "bytes=100-", "if-range": '"another"' })).toBe(200);
  expect(await statusOf({ range: `bytes=${whole.length}-` })).toBe(416);

  expect(await statusOf({}, byron.token)).toBe(404);
  expect(await statusOf({}, "nobody")).toBe(401);
  expect(await refusalOf(byron.api.exports.listExports({}))).toBe("PERMISSION_DENIED");
  const { secret } = await ada.api.auth.createApiKey({ name: "a script", scopes: ["read", "write"] });
  expect(await statusOf({}, secret)).toBe(403);
}

/** The values of a field, sorted. */
function ofType(lines: readonly Line[], type: string, field: string): readonly string[] {
  const values = lines.flatMap((line) => (line.type === type ? String(line[field]) : []));
  return values.toSorted((a, b) => a.localeCompare(b));
}
