import { createClient } from "@connectrpc/connect";
import { describe, expect, it } from "vitest";
import { AuthService } from "../../../gen/chatter/auth/v1/auth_pb.js";
import { refusals } from "../../kernel/errors.ts";
import { asAda } from "../http/testing/serve.ts";
import { createMemoryIdempotencyStore } from "./idempotency-store.ts";
import { describeIdempotencyStore } from "./testing/idempotency-contract.ts";
import { type AuthImplementation, gate, refusalOf, serveAuth } from "./testing/serve-auth.ts";
import { transports } from "./testing/transports.ts";

const refuse = refusals({ BUSY: ["unavailable", "Busy."] });
const REGISTER = "/chatter.auth.v1.AuthService/Register";
const json = { "content-type": "application/json" };
const headers = { ...asAda, "idempotency-key": "9b3c1d0e" };

/** Makes a key with another secret each time it runs. */
function keyMaker() {
  let runs = 0;
  const createApiKey: AuthImplementation["createApiKey"] = async (_request, context) => {
    await gate.self(context);
    runs += 1;
    context.responseHeader.set("x-run", String(runs));
    return { secret: `secret ${runs}`, apiKey: { name: "robot" } };
  };
  return { createApiKey, runs: () => runs };
}

const request = { name: "robot", scopes: ["read"] };

describe.each(Object.entries(transports))("a repeated call by %s", (_name, transportTo) => {
  const start = async (implementation: AuthImplementation) =>
    createClient(AuthService, transportTo((await serveAuth(implementation)).url));

  it("under the same key is done once and answered the same", async () => {
    const { createApiKey, runs } = keyMaker();
    const client = await start({ createApiKey });
    const first = await client.createApiKey(request, { headers });
    let header = new Headers();
    const second = await client.createApiKey(request, { headers, onHeader: (it) => (header = it) });
    expect(second).toEqual(first);
    expect([header.get("x-run"), header.get("idempotency-replayed")]).toEqual(["1", "true"]);
    expect(runs()).toBe(1);
  });

  it("with another request under the same key is refused", async () => {
    const { createApiKey, runs } = keyMaker();
    const client = await start({ createApiKey });
    await client.createApiKey(request, { headers });
    const refusal = await refusalOf(client.createApiKey({ ...request, name: "other" }, { headers }));
    expect(refusal).toMatchObject({ code: "InvalidArgument", reason: "IDEMPOTENCY_KEY_REUSED" });
    expect(runs()).toBe(1);
  });
});

describe("an idempotency key", () => {
  const start = async (implementation: AuthImplementation) => {
    const served = await serveAuth(implementation);
    const transport = transports["Connect JSON"];
    if (transport === undefined) throw new Error("no such transport");
    return { ...served, client: createClient(AuthService, transport(served.url)) };
  };

  it("answers in the format of the repetition, byte for byte", async () => {
    const { createApiKey } = keyMaker();
    const { url, client } = await start({ createApiKey });
    await client.createApiKey(request, { headers });
    const repeat = () =>
      fetch(`${url}/chatter.auth.v1.AuthService/CreateApiKey`, {
        method: "POST",
        headers: { ...json, ...headers },
        body: JSON.stringify(request),
      });
    const [first, second] = [await repeat(), await repeat()];
    expect(first.headers.get("content-type")).toBe("application/json");
    expect(await first.text()).toBe(await second.text());
  });

  it("makes the same call wait that comes while the first is under way", async () => {
    const entered = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const { createApiKey, runs } = keyMaker();
    const { client } = await start({
      async createApiKey(message, context) {
        entered.resolve();
        await release.promise;
        return createApiKey?.(message, context) ?? {};
      },
    });
    const first = client.createApiKey(request, { headers });
    await entered.promise;
    const second = client.createApiKey(request, { headers });
    release.resolve();
    expect((await second).secret).toBe((await first).secret);
    expect(runs()).toBe(1);
  });

  it("does not keep a failure: the next call tries again", async () => {
    const { createApiKey, runs } = keyMaker();
    let failures = 1;
    const { client } = await start({
      async createApiKey(message, context) {
        await gate.self(context);
        if (failures-- > 0) throw refuse("BUSY");
        return createApiKey?.(message, context) ?? {};
      },
    });
    await refusalOf(client.createApiKey(request, { headers }));
    expect((await client.createApiKey(request, { headers })).secret).toBe("secret 1");
    expect(runs()).toBe(1);
  });

  it("is the caller's own: a stranger's counts only for the very same request", async () => {
    let runs = 0;
    const { url } = await start({ register: () => ({ sessionToken: `token ${++runs}` }) });
    const register = async (email: string) => {
      const body = JSON.stringify({ email, password: "a long password", name: "Somebody" });
      const key = { "idempotency-key": "1" };
      return (await fetch(url + REGISTER, { method: "POST", headers: { ...json, ...key }, body })).text();
    };
    const ada = await register("ada@example.com");
    expect(await register("ada@example.com")).toBe(ada);
    expect(await register("bob@example.com")).toContain("token 2");
  });

  it("means nothing to a method without side effects", async () => {
    let runs = 0;
    const { client } = await start({ getSetup: () => ({ orgName: String(++runs) }) });
    await client.getSetup({}, { headers });
    expect((await client.getSetup({}, { headers })).orgName).toBe("2");
  });

  it.each(["", " ", "x".repeat(256)])("is refused when it is malformed: '%s'", async (key) => {
    const { client } = await start(keyMaker());
    const call = client.createApiKey(request, { headers: { ...asAda, "idempotency-key": key } });
    expect(await refusalOf(call)).toMatchObject({ reason: "IDEMPOTENCY_KEY_MALFORMED" });
  });
});

describeIdempotencyStore("in this process", () => createMemoryIdempotencyStore());

describe("the store of answers in this process", () => {
  it("forgets the oldest answer when it is full", async () => {
    const store = createMemoryIdempotencyStore(3_000);
    for (const key of ["a", "b", "c"]) {
      const claim = await store.claim(key, "request");
      if (claim.kind === "first") await claim.keep({ message: new Uint8Array(500), headers: [] });
    }
    expect((await store.claim("a", "request")).kind).toBe("first");
    expect((await store.claim("c", "request")).kind).toBe("repeated");
  });
});
