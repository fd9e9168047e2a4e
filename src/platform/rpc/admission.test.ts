import { createClient } from "@connectrpc/connect";
import { createConnectTransport } from "@connectrpc/connect-node";
import { describe, expect, it } from "vitest";
import { AuthService } from "../../../gen/chatter/auth/v1/auth_pb.js";
import { DomainError } from "../../kernel/errors.ts";
import type { HttpServerOptions } from "../http/server.ts";
import { ada, asAda } from "../http/testing/serve.ts";
import { caller } from "./request.ts";
import { gate, refusalOf, serveAuth } from "./testing/serve-auth.ts";

const cookie = "chatter_session=ada";

async function start(options: Partial<HttpServerOptions> = {}) {
  const { url } = await serveAuth(
    {
      getSetup: (_request, { values }) => ({ orgName: values.get(caller)?.userId ?? "a stranger" }),
      async getSession(_request, context) {
        await gate.self(context);
        return {};
      },
      async logout(_request, context) {
        await gate.self(context);
        return {};
      },
    },
    options,
  );
  const client = createClient(AuthService, createConnectTransport({ baseUrl: url, httpVersion: "1.1" }));
  const whoAmI = async (headers: Record<string, string>) => (await client.getSetup({}, { headers })).orgName;
  return { client, whoAmI, url };
}

describe("credentials", () => {
  it("are not needed for a public method, but recognised", async () => {
    const { whoAmI } = await start();
    expect(await whoAmI({})).toBe("a stranger");
    expect(await whoAmI(asAda)).toBe(ada.userId);
  });

  it("that no longer hold do not keep anybody from signing in again", async () => {
    const expired = new DomainError("unauthenticated", "SESSION_EXPIRED", "The session is over.");
    const { client, whoAmI } = await start({ authenticate: () => Promise.reject(expired) });
    expect(await whoAmI(asAda)).toBe("a stranger");
    expect(await refusalOf(client.getSession({}))).toMatchObject({
      code: "Unauthenticated",
      reason: "SESSION_EXPIRED",
    });
  });

  it("that cannot be checked now are not taken for wrong ones", async () => {
    const away = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    const { client } = await start({ authenticate: () => Promise.reject(away) });
    expect(await refusalOf(client.getSession({}))).toMatchObject({ code: "Unavailable" });
  });

  it("that may only read open no method with side effects", async () => {
    const { client } = await start();
    const headers = { authorization: "Bearer reader" };
    await client.getSession({}, { headers });
    expect(await refusalOf(client.logout({}, { headers }))).toMatchObject({
      code: "PermissionDenied",
      reason: "READ_ONLY_KEY",
    });
  });
});

describe("a cookie", () => {
  it.each([
    ["from a program, which sends neither", {}],
    ["from the same site", { "sec-fetch-site": "same-origin" }],
    ["typed by the person", { "sec-fetch-site": "none" }],
    ["from an older browser on the same site", { origin: "same" }],
  ])("counts: %s", async (_name, sent: Record<string, string>) => {
    const { whoAmI, url } = await start();
    const headers = "origin" in sent ? { origin: url } : sent;
    expect(await whoAmI({ cookie, ...headers })).toBe(ada.userId);
  });

  it.each([
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["a sibling of the site", { "sec-fetch-site": "same-site" }],
    ["another origin", { origin: "https://evil.example" }],
    ["an origin that hides itself", { origin: "null" }],
    ["the same host on another port", { origin: "http://127.0.0.1:1" }],
  ])("counts for nothing when it is sent because of %s", async (_name, headers) => {
    const { whoAmI } = await start();
    expect(await whoAmI({ cookie, ...headers })).toBe("a stranger");
  });

  it("does not matter to who shows a key of their own", async () => {
    const { whoAmI } = await start();
    expect(await whoAmI({ ...asAda, origin: "https://tool.example" })).toBe(ada.userId);
  });
});

describe("a flood", () => {
  const generous = { perSecond: 1_000, burst: 1_000 };
  const scarce = { perSecond: 2, burst: 3 };

  async function refusedAfter(count: number, options: Partial<HttpServerOptions>, headers = {}) {
    const { client } = await start(options);
    for (let calls = 0; calls < count; calls += 1) await client.getSetup({}, { headers });
    return refusalOf(client.getSetup({}, { headers }));
  }

  it("from one address is refused, and told when to come again", async () => {
    const refusal = await refusedAfter(3, { rateLimits: { person: generous, address: scarce } });
    expect(refusal).toMatchObject({ code: "ResourceExhausted", reason: "TOO_MANY_REQUESTS" });
    expect(Number(refusal.error.metadata.get("retry-after"))).toBeGreaterThanOrEqual(1);
  });

  it("from one person is refused, wherever it comes from", async () => {
    const options = { rateLimits: { person: scarce, address: generous }, trustedProxies: 1 };
    const { client } = await start(options);
    const from = (last: number) => ({ headers: { ...asAda, "x-forwarded-for": `192.0.2.${last}` } });
    for (let calls = 1; calls <= 3; calls += 1) await client.getSetup({}, from(calls));
    expect(await refusalOf(client.getSetup({}, from(4)))).toMatchObject({ reason: "TOO_MANY_REQUESTS" });
    expect((await client.getSetup({}, { headers: {} })).orgName).toBe("a stranger");
  });
});
