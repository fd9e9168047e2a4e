import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { DomainError } from "../../kernel/errors.ts";
import type { PlainCall, PlainRoute } from "./plain-routes.ts";
import { ada, asAda, exchange, serve } from "./testing/serve.ts";

function route(pattern: string, handle: PlainRoute["handle"]): PlainRoute {
  return { method: "GET", pattern, handle };
}

describe("a plain route", () => {
  it("gets the parts of its path, the query and who asks", async () => {
    const calls: PlainCall[] = [];
    const avatar = route("/avatars/:user/:hash", (_request, response, call) => {
      calls.push(call);
      response.end();
    });
    const { url } = await serve({ plainRoutes: [avatar] });
    expect((await fetch(`${url}/avatars/usr_1/a%20b?size=64`, { headers: asAda })).status).toBe(200);
    expect(calls[0]?.params).toEqual({ user: "usr_1", hash: "a b" });
    expect(calls[0]?.query.get("size")).toBe("64");
    expect(await calls[0]?.actor()).toEqual(ada);
  });

  it("does not take a cookie for a person when another site sent it", async () => {
    const mine = route("/mine", async (_request, response, call) => {
      response.end((await call.actor())?.userId ?? "a stranger");
    });
    const { url } = await serve({ plainRoutes: [mine] });
    const ask = async (headers: Record<string, string>) =>
      (await fetch(`${url}/mine`, { headers: { cookie: "chatter_session=ada", ...headers } })).text();
    expect(await ask({})).toBe(ada.userId);
    expect(await ask({ "sec-fetch-site": "cross-site" })).toBe("a stranger");
  });

  it.each([
    ["invalid", 400],
    ["unauthenticated", 401],
    ["denied", 403],
    ["not_found", 404],
    ["conflict", 409],
    ["precondition", 409],
    ["exhausted", 429],
    ["unavailable", 503],
  ] as const)("that refuses as %s is answered with %i", async (kind, status) => {
    const refusing = route("/refuse", () => {
      throw new DomainError(kind, "REASON", "A sentence.", { retryAfterSeconds: 7 });
    });
    const { url } = await serve({ plainRoutes: [refusing] });
    const answer = await fetch(`${url}/refuse`);
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([status, "7"]);
    expect(await answer.json()).toMatchObject({ reason: "REASON", message: "A sentence." });
  });

  it("that fails tells a number only, under which it is logged", async () => {
    const failing = route("/fail", async () => Promise.reject(new Error("secret detail")));
    const { url, logged } = await serve({ plainRoutes: [failing] });
    const answer = await fetch(`${url}/fail`);
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toContain("secret");
    expect(logged).toContainEqual(
      expect.objectContaining({ level: "error", requestId: answer.headers.get("x-request-id") }),
    );
  });

  it("that fails in the middle of its answer ends the connection", async () => {
    const failing = route("/fail", async (_request, response) => {
      response.write("half");
      throw new Error("no more");
    });
    const { url } = await serve({ plainRoutes: [failing] });
    await expect(fetch(`${url}/fail`).then((answer) => answer.text())).rejects.toThrow(
      /terminated|fetch failed/,
    );
  });

  it("names the methods it answers", async () => {
    const { url } = await serve();
    const answer = await fetch(`${url}/healthz`, { method: "DELETE" });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET"]);
  });
});

describe("every answer", () => {
  it("has the request's id: a sane one that was sent, else a new one", async () => {
    const { url } = await serve();
    const idFor = async (sent: string) =>
      (await fetch(`${url}/healthz`, { headers: { "x-request-id": sent } })).headers.get("x-request-id");
    expect(await idFor("trace-0123456789")).toBe("trace-0123456789");
    for (const odd of ["short", "x".repeat(65), "with spaces in it", "<script>alert</script>"])
      expect(await idFor(odd)).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("is not guessed at by browsers, and stays on TLS where it came over TLS", async () => {
    const { url } = await serve({ trustedProxies: 1 });
    const plain = await fetch(`${url}/healthz`);
    expect(plain.headers.get("x-content-type-options")).toBe("nosniff");
    expect(plain.headers.get("strict-transport-security")).toBeNull();
    const secure = await fetch(`${url}/healthz`, { headers: { "x-forwarded-proto": "https" } });
    expect(secure.headers.get("strict-transport-security")).toMatch(/^max-age=\d+$/);
  });

  it("is logged in one line that names the route, never the path, which may hold a secret", async () => {
    const join = route("/join/:token", (_request, response) => void response.end());
    const { url, logged } = await serve({ plainRoutes: [join] });
    await fetch(`${url}/join/secret-token?key=secret`);
    await expect.poll(() => logged.filter(({ msg }) => msg === "request")).toHaveLength(1);
    expect(logged[0]).toMatchObject({ method: "GET", route: "/join/:token", status: 200 });
    expect(JSON.stringify(logged)).not.toContain("secret");
  });
});

describe("metrics", () => {
  it("count connections, and the process", async () => {
    const { url } = await serve();
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text).toContain("chatter_http_connections 1");
    expect(text).toContain("process_cpu_seconds_total");
  });

  it("are for whoever knows the token, where there is one", async () => {
    const { url } = await serve({ metricsToken: "a token" });
    const status = async (authorization: string) =>
      (await fetch(`${url}/metrics`, { headers: { authorization } })).status;
    expect([await status("Bearer a token"), await status("Bearer another"), await status("")]).toEqual([
      200, 401, 401,
    ]);
  });
});

describe("readiness", () => {
  it("is lost by a check that fails, and named", async () => {
    const readiness = { database: async () => undefined, search: () => Promise.reject(new Error("secret")) };
    const { url } = await serve({ readiness });
    const answer = await fetch(`${url}/readyz`);
    expect([answer.status, await answer.json()]).toEqual([503, { ready: false, failing: ["search"] }]);
  });
});

describe("an upgrade", () => {
  const HANDSHAKE = "Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n";

  it("is handed to the handler of its path, with what is known of who asks", async () => {
    const { port } = await serve({
      upgrades: {
        async "/realtime"(_request, socket, _head, asker) {
          socket.end(`taken for ${(await asker.actor())?.userId ?? "a stranger"} at ${asker.info.address}`);
        },
      },
    });
    const ask = (headers: string) =>
      exchange(port, `GET /realtime?v=1 HTTP/1.1\r\n${HANDSHAKE}${headers}\r\n`);
    expect(await ask("Cookie: chatter_session=ada\r\n")).toBe(`taken for ${ada.userId} at 127.0.0.1`);
    expect(await ask("Cookie: chatter_session=ada\r\nOrigin: http://evil\r\n")).toContain("a stranger");
  });

  it("to nowhere is refused", async () => {
    const { port } = await serve();
    expect(await exchange(port, `GET /nowhere HTTP/1.1\r\n${HANDSHAKE}\r\n`)).toMatch(/^HTTP\/1\.1 404/);
  });

  it("is refused when there are too many from one address, as other requests are", async () => {
    const scarce = { perSecond: 1, burst: 1 };
    const upgrades = { "/realtime": () => undefined };
    const { port, url } = await serve({ upgrades, rateLimits: { person: scarce, address: scarce } });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/healthz`)).status).toBe(429);
    expect(await exchange(port, `GET /realtime HTTP/1.1\r\n${HANDSHAKE}\r\n`)).toMatch(/^HTTP\/1\.1 429/);
  });

  it("whose handler fails ends its connection only", async () => {
    const upgrades = { "/realtime": () => Promise.reject(new Error("no")) };
    const { port, url, logged } = await serve({ upgrades });
    expect(await exchange(port, `GET /realtime HTTP/1.1\r\n${HANDSHAKE}\r\n`)).toBe("");
    expect(logged).toContainEqual(expect.objectContaining({ msg: "an upgrade failed" }));
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it("is cut at the deadline when the server closes", async () => {
    const { port, server } = await serve({
      upgrades: { "/realtime": (_request, socket) => void socket.write("open") },
    });
    const socket = connect(port, "127.0.0.1");
    socket.write(`GET /realtime HTTP/1.1\r\n${HANDSHAKE}\r\n`);
    await once(socket, "data");
    await server.close(50);
    await expect.poll(() => socket.closed).toBe(true);
  });
});
