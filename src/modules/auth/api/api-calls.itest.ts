import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { Code } from "@connectrpc/connect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Role } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import type { ListApiCallsResponse } from "../../../../gen/chatter/auth/v1/oversight_pb.js";
import { type ApiKeyId, createIds, parseId } from "../../../kernel/ids.ts";
import { type AuthWorld, createAuthWorld, PASSWORD, type Person } from "../testing/world.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
let world: AuthWorld;
let owner: Person;
let mia: Person;
let key: { readonly id: ApiKeyId; readonly secret: string };

beforeAll(async () => {
  world = await createAuthWorld();
  owner = await world.founder();
  mia = await world.invite(owner, Role.MEMBER, "Mia");
  const { apiKey, secret } = await mia.api.createApiKey({ name: "nightly report", scopes: ["read"] });
  key = { id: parseId("key", apiKey?.id ?? ""), secret };
});
afterAll(() => world.close());

const SEND = "chatter.message.v1.MessageService/SendMessage";

/** As the server tells it when a call is over. */
async function called(person: Person, call: { method?: string; code?: string; apiKeyId?: ApiKeyId } = {}) {
  const { orgId = "" } = (await person.api.getSession({})).account ?? {};
  const { method = SEND, code = "ok", apiKeyId = key.id } = call;
  const actor = { userId: person.userId, orgId: parseId("org", orgId), apiKeyId, scope: "full" } as const;
  const about = { durationMs: 1.5, requestId: `req-${method}-${code}`, address: "192.0.2.9" };
  world.module.rememberCall({ actor, method, code, ...about });
}

/** Another server's log is written when it stops; so is that of this one. */
const written = () => world.module.closeApiLog();

const told = ({ calls }: ListApiCallsResponse) => calls.map(({ method, code }) => `${method} ${code}`);

describe("the API log", () => {
  it("tells what was called, when, by which key, in whose name and with what result", async () => {
    await called(mia);
    await written();
    const { calls } = await owner.api.oversight.listApiCalls({ apiKeyId: key.id });
    expect(calls).toMatchObject([
      {
        ...{ apiKeyId: key.id, apiKeyName: "nightly report", userId: mia.userId, method: SEND, code: "ok" },
        ...{ durationMs: 1.5, requestId: `req-${SEND}-ok`, address: "192.0.2.9" },
        at: timestampFromDate(world.clock.now()),
      },
    ]);
  });

  it("holds nothing of what people do, nor of strangers", async () => {
    world.module.rememberCall({
      ...{ actor: undefined, method: SEND, code: "unauthenticated" },
      ...{ durationMs: 1, requestId: "", address: "" },
    });
    await written();
    expect(told(await owner.api.oversight.listApiCalls({ method: SEND, onlyFailures: true }))).toEqual([]);
  });

  it("is searched by key, person, method, failures and time, page by page", async () => {
    const other = createIds(world.clock).next("key");
    world.clock.advance(MINUTE);
    const from = timestampFromDate(world.clock.now());
    await called(mia, { method: "chatter.user.v1.UserService/GetMe" });
    await called(mia, { code: "permission_denied" });
    await called(owner, { apiKeyId: other });
    await written();
    world.clock.advance(MINUTE);
    const list = owner.api.oversight.listApiCalls;
    expect(told(await list({ apiKeyId: other }))).toEqual([`${SEND} ok`]);
    expect((await list({ apiKeyId: other })).calls[0]?.apiKeyName).toBe("");
    expect(told(await list({ userId: mia.userId, from }))).toHaveLength(2);
    expect(told(await list({ method: "GetMe" }))).toEqual(["chatter.user.v1.UserService/GetMe ok"]);
    expect(told(await list({ method: "chatter.auth.v1.AuthService/GetMe" }))).toEqual([]);
    expect(told(await list({ onlyFailures: true }))).toEqual([`${SEND} permission_denied`]);
    expect(told(await list({ until: from, userId: mia.userId }))).toEqual([`${SEND} ok`]);

    const pages = [];
    for (let pageToken: string | undefined = ""; pageToken !== undefined; ) {
      const page: ListApiCallsResponse = await list({ pageSize: 3, pageToken });
      pages.push(told(page));
      pageToken = page.nextPageToken || undefined;
    }
    expect(pages.map((page) => page.length)).toEqual([3, 1]);
    expect(pages.flat()).toEqual(told(await list({})));
    await expect(list({ pageToken: "x" })).rejects.toMatchObject({ code: Code.InvalidArgument });
  });

  it("and everybody's keys are for those who manage the organisation", async () => {
    const { apiKeys } = await owner.api.oversight.listAccountApiKeys({});
    expect(apiKeys).toMatchObject([{ userId: mia.userId, apiKey: { id: key.id, name: "nightly report" } }]);
    for (const call of [mia.api.oversight.listApiCalls, mia.api.oversight.listAccountApiKeys]) {
      await expect(call({})).rejects.toMatchObject({ code: Code.PermissionDenied });
    }
  });

  it("forgets what is older than a month", async () => {
    const zoe = await world.invite(owner, Role.MEMBER, "Zoe");
    await called(zoe);
    await written();
    world.clock.advance(29 * DAY);
    await called(zoe, { code: "internal" });
    await written();
    world.clock.advance(2 * DAY);
    await world.module.forgetExpired();
    const again = await world.signIn(owner.email);
    const { calls } = await again.api.oversight.listApiCalls({ userId: zoe.userId });
    expect(calls.map(({ code }) => code)).toEqual(["internal"]);
  });

  it("forgets whoever is deleted, and what comes in late of them", async () => {
    const max = await world.invite(await world.signIn(owner.email), Role.MEMBER, "Max");
    await called(max);
    await written();
    await called(max);
    await max.api.deleteAccount({ userId: max.userId, password: PASSWORD });
    await written();
    const again = await world.signIn(owner.email);
    expect(told(await again.api.oversight.listApiCalls({ userId: max.userId }))).toEqual([]);
  });
});
