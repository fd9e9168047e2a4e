import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ChannelKind } from "../../../../gen/chatter/channel/v1/channel_pb.js";
import { ExportScope, ExportState } from "../../../../gen/chatter/user/v1/export_pb.js";
import { refusalOf } from "../../../platform/rpc/testing/refusal.ts";
import type { Config } from "../../config.ts";
import { type Person, SagaWorld } from "./saga-world.ts";

type Line = { readonly type: string } & Readonly<Record<string, unknown>>;

let world: SagaWorld;
let ada: Person;
let byron: Person;

async function settle(settings: Partial<Config>): Promise<void> {
  world = await SagaWorld.open(settings);
  const worker = await world.hire();
  ada = await world.register("Ada", { orgName: "Engines" });
  byron = await world.register("Byron");
  const { channels } = await ada.api.channel.listMyChannels({});
  const general = channels.find(({ channel }) => channel?.name === "general")?.channel?.id ?? "";
  const { channel, message } = ada.api;
  const say = (channelId: string, text: string, threadRootId = "") =>
    message.sendMessage({ channelId, clientId: text, text, threadRootId });
  const { message: root } = await say(general, "a root");
  const messageId = root?.id ?? "";
  await say(general, "a reply", messageId);
  await message.editMessage({ messageId, text: "a better root" });
  await byron.api.message.addReaction({ messageId, emoji: "👍" });
  await message.pinMessage({ messageId });
  const { message: regretted } = await say(general, "a regret");
  await message.deleteMessage({ messageId: regretted?.id ?? "" });
  const secrets = await channel.createChannel({ kind: ChannelKind.PRIVATE, name: "secrets" });
  await say(secrets.channel?.id ?? "", "a secret");
  const direct = await byron.api.channel.openDirect({ userIds: [ada.id] });
  await byron.api.message.sendMessage({
    ...{ channelId: direct.channel?.id ?? "", clientId: "d", text: "a confidence" },
  });
  await message.saveDraft({ channelId: general, text: "a draft" });
  await worker.stop();
}

const fetchFile = (id: string, headers: Record<string, string> = {}, who = ada) =>
  fetch(`${world.url}/exports/${id}`, { headers: { authorization: `Bearer ${who.token}`, ...headers } });

async function linesOf(id: string): Promise<readonly Line[]> {
  const file = Buffer.from(await (await fetchFile(id)).arrayBuffer());
  const text = gunzipSync(file).toString();
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
}

async function start(scope: ExportScope): Promise<string> {
  return (await ada.api.exports.startExport({ scope })).export?.id ?? "";
}

async function writeAnother(scope: ExportScope): Promise<readonly Line[]> {
  const id = await start(scope);
  const worker = await world.hire();
  await worker.said("finish");
  await worker.stop();
  return linesOf(id);
}

const textsOf = (lines: readonly Line[]) =>
  lines.filter(({ type }) => type === "message").map(({ text }) => text);

/** What an export promises, whatever runs the saga and whatever is killed. */
export function describeExport(by: string, settings: () => Promise<Partial<Config>>): void {
  beforeAll(async () => settle(await settings()), 120_000);
  afterAll(() => world.close());

  describe(`an export of the organisation ${by}`, { timeout: 240_000 }, () => {
    it("is whole and holds everything once, though workers are killed before and after every step", async () => {
      const id = await start(ExportScope.EVERYTHING);
      expect(await refusalOf(ada.api.exports.startExport({ scope: ExportScope.PUBLIC }))).toBe(
        "EXPORT_UNDER_WAY",
      );
      expect((await fetchFile(id)).status).toBe(409);
      await world.workAndDie(["begin", "write", "finish"], "finish");

      const lines = await linesOf(id);
      expect(lines[0]).toMatchObject({ type: "export", version: 1, scope: "everything", asked_by: ada.id });
      expect(lines[1]).toMatchObject({ type: "organisation", name: "Engines" });
      expect(lines.at(-1)).toMatchObject({ type: "end", messages: 4 });
      expect(textsOf(lines).toSorted()).toEqual(["a better root", "a confidence", "a reply", "a secret"]);
      const names = lines.filter(({ type }) => type === "person").map(({ name }) => name);
      expect(names.toSorted()).toEqual(["Ada", "Byron"]);
      expect(lines.filter(({ type }) => type === "account")).toHaveLength(2);
      const undisturbed = await writeAnother(ExportScope.EVERYTHING);
      expect(lines.slice(1, -1)).toEqual(undisturbed.slice(1, -1));
    });

    it("tells a message with its thread, earlier texts, reactions and pin", async () => {
      const lines = await writeAnother(ExportScope.EVERYTHING);
      const root = lines.find(({ text }) => text === "a better root");
      expect(root).toMatchObject({
        earlier: [{ text: "a root" }],
        reactions: [{ emoji: "👍", user_ids: [byron.id] }],
        pinned: { by: ada.id },
      });
      expect(lines.find(({ text }) => text === "a reply")).toMatchObject({ thread_root_id: root?.["id"] });
      expect(JSON.stringify(lines)).not.toMatch(/a draft|a regret|argon2|password/);
    });

    it("leaves private channels and direct conversations out where only public ones are wanted", async () => {
      const lines = await writeAnother(ExportScope.PUBLIC);
      expect(textsOf(lines).toSorted()).toEqual(["a better root", "a reply"]);
      const kinds = lines.filter(({ type }) => type === "channel").map(({ kind }) => kind);
      expect(new Set(kinds)).toEqual(new Set(["public"]));
    });

    it("ends where its owner cancels it, and nothing is left of what was written", async () => {
      const id = await start(ExportScope.EVERYTHING);
      const victim = await world.hire({ dieAt: { step: "write", when: "after" } });
      await victim.died();
      const { export: canceled } = await ada.api.exports.cancelExport({ exportId: id });
      expect(canceled?.state).toBe(ExportState.CANCELED);
      expect((await fetchFile(id)).status).toBe(409);
      const { rows } = await world.sql.query("select from users.export_chunks where export_id = $1", [id]);
      expect(rows).toEqual([]);
      const next = await writeAnother(ExportScope.PUBLIC);
      expect(next.at(-1)?.type).toBe("end");
    });

    it("is given to owners only, in parts too", async () => {
      const { exports } = await ada.api.exports.listExports({});
      const ready = exports.find(({ state }) => state === ExportState.READY);
      const id = ready?.id ?? "";
      const whole = Buffer.from(await (await fetchFile(id)).arrayBuffer());
      expect(whole.length).toBe(Number(ready?.bytes));
      const first = await fetchFile(id, { range: "bytes=0-99" });
      const etag = first.headers.get("etag") ?? "";
      const rest = await fetchFile(id, { range: "bytes=100-", "if-range": etag });
      expect([first.status, rest.status]).toEqual([206, 206]);
      expect(Buffer.concat([await bytesOf(first), await bytesOf(rest)])).toEqual(whole);
      expect((await fetchFile(id, { range: "bytes=100-", "if-range": '"another"' })).status).toBe(200);
      expect((await fetchFile(id, { range: `bytes=${whole.length}-` })).status).toBe(416);
      expect((await fetchFile(id, {}, byron)).status).toBe(404);
      expect((await fetch(`${world.url}/exports/${id}`)).status).toBe(401);
      expect(await refusalOf(byron.api.exports.listExports({}))).toBe("PERMISSION_DENIED");
      const { secret } = await ada.api.auth.createApiKey({ name: "a script", scopes: ["read", "write"] });
      expect((await fetchFile(id, {}, { ...ada, token: secret })).status).toBe(403);
    });
  });
}

const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());
