import { createClient, type Interceptor } from "@connectrpc/connect";
import { createConnectTransport } from "@connectrpc/connect-node";
import { afterAll, beforeAll, expect, it } from "vitest";
import { AuthService } from "../../gen/chatter/auth/v1/auth_pb.js";
import { OversightService } from "../../gen/chatter/auth/v1/oversight_pb.js";
import { type ServedProgram, serveProgram } from "./testing/served-program.ts";

let program: ServedProgram;

beforeAll(async () => {
  program = await serveProgram();
});
afterAll(() => program.stop());

function as(credential?: string) {
  const identify: Interceptor = (next) => (request) => {
    if (credential !== undefined) request.header.set("authorization", `Bearer ${credential}`);
    return next(request);
  };
  const transport = createConnectTransport({
    baseUrl: program.url,
    httpVersion: "1.1",
    interceptors: [identify],
  });
  return Object.assign(createClient(AuthService, transport), {
    oversight: createClient(OversightService, transport),
  });
}

it("notes the calls of a key and of its access tokens, also those that are refused, and no session's", async () => {
  const founder = {
    email: "ada@example.org",
    password: "tulips in the snow",
    name: "Ada",
    orgName: "Engines",
  };
  const { sessionToken } = await as().register(founder);
  const owner = as(sessionToken);
  const { secret, apiKey } = await owner.createApiKey({ name: "bot", scopes: ["read", "write"] });
  const reader = await owner.createApiKey({ name: "reader", scopes: ["read"] });

  const { accessToken } = await as(secret).createAccessToken({});
  await as(accessToken).getSession({});
  await expect(as(reader.secret).logoutEverywhere({})).rejects.toThrow("This key may only read");

  const calls = async () => (await owner.oversight.listApiCalls({})).calls;
  await expect.poll(calls, { timeout: 10_000 }).toHaveLength(3);
  const noted = await calls();
  expect(noted.map(({ method, code, apiKeyId }) => [method.split("/")[1], code, apiKeyId])).toEqual([
    ["LogoutEverywhere", "permission_denied", reader.apiKey?.id],
    ["GetSession", "ok", apiKey?.id],
    ["CreateAccessToken", "ok", apiKey?.id],
  ]);
  for (const { address, requestId } of noted) {
    expect(address).toBe("127.0.0.1");
    expect(requestId).toMatch(/^[\w-]{8,}$/);
  }
});
