import { once } from "node:events";
import { connect as connectHttp2, constants } from "node:http2";
import { connect } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { defaultHttpLimits } from "./limits.ts";
import type { PlainRoute } from "./plain-routes.ts";
import { exchange, serve } from "./testing/serve.ts";

const GET_HEALTH = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

/** A route whose answer the test holds back. */
function slowRoute() {
  const entered = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const route: PlainRoute = {
    method: "GET",
    pattern: "/slow",
    async handle(_request, response) {
      entered.resolve();
      await release.promise;
      response.end("done");
    },
  };
  return { route, entered: entered.promise, release: release.resolve };
}

function openHttp2(url: string) {
  const session = connectHttp2(url);
  onTestFinished(() => session.destroy());
  const get = async (path: string) => {
    const stream = session.request({ ":path": path });
    const answered = once(stream, "response") as Promise<[Record<string, unknown>]>;
    stream.setEncoding("utf8");
    let body = "";
    for await (const chunk of stream) body += String(chunk);
    const [headers] = await answered;
    return { status: headers[":status"], headers, body };
  };
  return { session, get };
}

describe("one port", () => {
  it("speaks HTTP/1.1 and, to whoever begins with its preface, HTTP/2", async () => {
    const { url } = await serve();
    const http1 = await fetch(`${url}/healthz`);
    expect([http1.status, await http1.text()]).toEqual([200, "ok\n"]);
    expect(await openHttp2(url).get("/healthz")).toMatchObject({ status: 200, body: "ok\n" });
  });

  it("finds out which even when the first bytes come one by one", async () => {
    const { port } = await serve();
    expect(await exchange(port, ...GET_HEALTH)).toMatch(/^HTTP\/1\.1 200 OK[^]*ok\n$/);
    const settings = "\0\0\0\x04\0\0\0\0\0";
    const goaway = "\0\0\x08\x07\0\0\0\0\0\0\0\0\0\0\0\0\0";
    const frames = await exchange(port, ..."PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", settings, goaway);
    expect(frames.charCodeAt(3)).toBe(4);
  });

  it("answers requests that were sent together, in their order", async () => {
    const { port } = await serve();
    const answers = await exchange(port, `GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n${GET_HEALTH}`);
    expect(answers.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
    expect(answers.indexOf('"ready":true')).toBeLessThan(answers.indexOf("ok\n"));
  });

  it("answers a client that offers an upgrade to HTTP/2 in HTTP/1.1", async () => {
    const { port } = await serve();
    const offer = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings, close\r\n";
    expect(await exchange(port, `${offer}Upgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 200 OK/,
    );
  });

  it("answers HEAD without a body in both versions", async () => {
    const { url, port } = await serve();
    const answer = await exchange(port, GET_HEALTH.replace("GET", "HEAD"));
    expect(answer).toMatch(/content-length: 3[^]*\r\n\r\n$/);
    const { session } = openHttp2(url);
    const stream = session.request({ ":path": "/healthz", ":method": "HEAD" });
    const [headers] = (await once(stream, "response")) as [Record<string, unknown>];
    expect(headers[":status"]).toBe(200);
  });
});

describe("bad connections", () => {
  it.each([
    ["garbage", "\x00\x01\x02\x03 nonsense\r\n\r\n", "400"],
    ["TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "400"],
    ["a header that never ends well", "GET / HTTP/1.1\r\nHost: x\r\nBad Header: y\r\n\r\n", "400"],
    ["no Host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", "400"],
    ["two lengths", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", "400"],
    [
      "both framings",
      "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
      "400",
    ],
    ["huge headers", `GET / HTTP/1.1\r\nHost: x\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, "431"],
    ["half a preface", "PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n", "400"],
  ])("%s is refused", async (_name, bytes, status) => {
    const { port, url } = await serve();
    expect(await exchange(port, bytes)).toMatch(new RegExp(`^HTTP/1\\.1 ${status}`));
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it("malformed HTTP/2 ends its connection only", async () => {
    const { port, url } = await serve();
    await exchange(port, `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${"\xff".repeat(64)}`);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it("silence, or a header that trickles in, is not waited for", async () => {
    const { port } = await serve({ limits: { ...defaultHttpLimits, headersMs: 60 } });
    expect(await exchange(port)).toBe("");
    expect(await exchange(port, "GET / HTTP/1.1\r\nHost")).toMatch(/^HTTP\/1\.1 408|^$/);
  });

  it("a body that never comes is not waited for", async () => {
    const limits = { ...defaultHttpLimits, headersMs: 60, requestMs: 60 };
    const { url, port } = await serve({ limits, plainRoutes: [{ ...slowRoute().route, method: "POST" }] });
    const half = "POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf";
    expect(await exchange(port, half)).toMatch(/^HTTP\/1\.1 408/);
    const { session } = openHttp2(url);
    const stream = session.request({ ":path": "/slow", ":method": "POST" }, { endStream: false });
    await once(stream, "close");
    expect(stream.rstCode).toBe(constants.NGHTTP2_CANCEL);
  });
});

describe("closing", () => {
  it("finishes what is in flight, and takes nothing new", async () => {
    const { route, entered, release } = slowRoute();
    const { server, url } = await serve({ plainRoutes: [route] });
    const answer = fetch(`${url}/slow`);
    await entered;
    const closed = server.close(5_000);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow("fetch failed");
    release();
    expect(await (await answer).text()).toBe("done");
    await closed;
  });

  it("tells HTTP/2 clients to go, and finishes their streams", async () => {
    const { route, entered, release } = slowRoute();
    const { server, url } = await serve({ plainRoutes: [route] });
    const { session, get } = openHttp2(url);
    const answer = get("/slow");
    await entered;
    const goaway = once(session, "goaway");
    const closed = server.close(5_000);
    await goaway;
    release();
    expect(await answer).toMatchObject({ status: 200, body: "done" });
    await closed;
  });

  it("does not wait for idle connections, nor for ones that never said anything", async () => {
    const { server, url, port } = await serve();
    await (await fetch(`${url}/healthz`)).text();
    const silent = connect(port, "127.0.0.1");
    await once(silent, "connect");
    // The deadline is beyond the test's own.
    await expect(server.close(300_000)).resolves.toBeUndefined();
  });

  it("cuts what is left at the deadline", async () => {
    const { route, entered } = slowRoute();
    const { server, url } = await serve({ plainRoutes: [route] });
    const answer = fetch(`${url}/slow`);
    const [cut] = await Promise.allSettled([answer, entered.then(() => server.close(50))]);
    expect(cut.status).toBe("rejected");
  });
});
