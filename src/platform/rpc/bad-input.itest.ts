import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { toBinary } from "@bufbuild/protobuf";
import { Code } from "@connectrpc/connect";
import { describe, expect, it } from "vitest";
import { GetSetupRequestSchema } from "../../../gen/chatter/auth/v1/auth_pb.js";
import { exchange, serve } from "../http/testing/serve.ts";
import { serveAuth } from "./testing/serve-auth.ts";

const LOGIN = "/chatter.auth.v1.AuthService/Login";
const SETUP = "/chatter.auth.v1.AuthService/GetSetup";
const json = { "content-type": "application/json" };
const binary = { "content-type": "application/proto" };
// Makes the general handler serve a call that would be taken directly.
const deadline = { "connect-timeout-ms": "10000" };
const bytes = (...values: number[]) => Uint8Array.from(values);

async function post(path: string, headers: Record<string, string>, body: NonNullable<RequestInit["body"]>) {
  const { url, logged } = await serveAuth({ login: () => ({}), getSetup: () => ({}) });
  const answer = await fetch(url + path, { method: "POST", headers, body, duplex: "half" });
  const text = await answer.text();
  expect(text).not.toMatch(/at .*\.[jt]s:\d+/);
  expect(logged.filter(({ level }) => level === "error")).toEqual([]);
  return { status: answer.status, headers: answer.headers, text };
}

const bothWays = [
  ["directly", {}],
  ["by the general handler", deadline],
] as const;

describe.each(bothWays)("bad input, taken %s,", (_name, way) => {
  it.each([
    ["no JSON", json, "{"],
    ["nothing", json, ""],
    ["JSON of another shape", json, "[1]"],
    ["a value of another type", json, '{"email": 7}'],
    ["an unknown field", json, '{"emial": "ada@example.com"}'],
    ["illegal UTF-8 in JSON", json, bytes(...Buffer.from('{"email":"'), 0xff, 0xfe, ...Buffer.from('"}'))],
    ["half a surrogate", json, '{"email":"\\ud800"}'],
    ["deep nesting", json, '{"a":'.repeat(20_000)],
    ["no protobuf", binary, bytes(0xff, 0xff, 0xff)],
    ["truncated protobuf", binary, bytes(0x0a, 0x20, 0x61)],
    ["illegal UTF-8 in protobuf", binary, bytes(0x0a, 0x02, 0xff, 0xfe)],
    ["a group that never ends", binary, bytes(0x0b)],
    ["an unknown wire type", binary, bytes(0x0f)],
  ])("%s, is an invalid argument", async (_what, type, body) => {
    const { status, text } = await post(LOGIN, { ...type, ...way }, body);
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({
      code: "invalid_argument",
      message: expect.any(String),
      details: expect.arrayContaining([expect.objectContaining({ type: "chatter.options.v1.ErrorDetail" })]),
    });
  });

  it.each([
    ["that says so", (size: number) => Buffer.alloc(size, "x")],
    ["that does not say so", (size: number) => new Blob([Buffer.alloc(size, "x")]).stream()],
  ])("a body %s, is refused when it is too large", async (_what, body) => {
    const { status, text } = await post(LOGIN, { ...json, ...way }, body(1_100_000));
    expect([status, JSON.parse(text)]).toMatchObject([429, { code: "resource_exhausted" }]);
  });

  it("unknown fields in protobuf, are what newer clients may send", async () => {
    const newer = bytes(
      ...toBinary(GetSetupRequestSchema, { $typeName: "chatter.auth.v1.GetSetupRequest" }),
      0x78,
      1,
    );
    expect(await post(SETUP, { ...binary, ...way }, newer)).toMatchObject({ status: 200 });
  });
});

describe("bad input", () => {
  it.each([
    ["no content type", {}, 415],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["another character set", { "content-type": "application/json; charset=latin1" }, 415],
  ])("with %s is answered in the words of the protocol", async (_what, headers, status) => {
    const answer = await post(LOGIN, headers, Buffer.from("{}"));
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([status, { code: "invalid_argument" }]);
    expect(answer.headers.get("accept-post")).toContain("application/json");
  });

  it("by another method is told which one", async () => {
    const { url } = await serveAuth({ login: () => ({}) });
    const answer = await fetch(url + LOGIN, { method: "PUT", body: "{}", headers: json });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
    expect(await answer.json()).toMatchObject({ code: "unimplemented" });
  });

  it.each(["/chatter.auth.v1.AuthService/Nothing", "/chatter.nothing.v1.NothingService/Nothing"])(
    "to %s is not implemented",
    async (path) => {
      const answer = await post(path, json, "{}");
      expect([answer.status, JSON.parse(answer.text)]).toMatchObject([404, { code: "unimplemented" }]);
    },
  );

  it.each([
    ["an unknown compression", { "content-encoding": "zstd" }, "{}", "unimplemented"],
    ["what is not compressed at all", { "content-encoding": "gzip" }, "{}", "invalid_argument"],
    ["half of it", { "content-encoding": "gzip" }, gzipSync("{}").subarray(0, 12), "invalid_argument"],
    ["a bomb", { "content-encoding": "gzip" }, gzipSync(Buffer.alloc(50_000_000)), "resource_exhausted"],
    ["a deadline that is none", { "connect-timeout-ms": "soon" }, "{}", "invalid_argument"],
  ])("with %s is refused", async (_what, headers, body, code) => {
    const answer = await post(SETUP, { ...json, ...headers }, body);
    expect(JSON.parse(answer.text)).toMatchObject({ code });
  });

  it.each([
    ["a host that is none", "Host: a b\r\n"],
    ["a host that is no host", "Host: [\r\n"],
  ])("with %s does not stop the server", async (_what, host) => {
    const { port, url } = await serveAuth({ getSetup: () => ({}) });
    const request = `POST ${SETUP} HTTP/1.1\r\n${host}Content-Type: application/json\r\nConnect-Timeout-Ms: 10000\r\n`;
    const answer = await exchange(port, `${request}Content-Length: 2\r\nConnection: close\r\n\r\n{}`);
    expect(answer).toMatch(/^HTTP\/1\.1 400[^]*invalid_argument/);
    expect((await fetch(url + SETUP, { method: "POST", headers: json, body: "{}" })).status).toBe(200);
  });

  it.each(["//", "/%", "/%ff", "/..%2f..%2fetc/passwd", "/\\..\\x", "*", "http://elsewhere/"])(
    "to the address %s is answered",
    async (path) => {
      const { port } = await serve();
      const answer = await exchange(port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 404/);
    },
  );
});

describe.each(bothWays)("a client that leaves, taken %s,", (_name, way) => {
  it("in the middle of its body, is logged as canceled", async () => {
    const { port, logged } = await serveAuth({ login: () => ({}) });
    const header = Object.entries({ host: "x", ...json, ...way, "content-length": "99" });
    const socket = connect(port, "127.0.0.1");
    socket.write(
      `POST ${LOGIN} HTTP/1.1\r\n${header.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n{`,
    );
    await expect.poll(() => socket.bytesWritten).toBeGreaterThan(100);
    socket.destroySoon();
    await expect.poll(() => logged.find(({ msg }) => msg === "call")).toMatchObject({ code: "canceled" });
    expect(logged.filter(({ level }) => level === "error")).toEqual([]);
  });
});

describe("bad frames", () => {
  const statusOf = (headers: Headers, body: string) =>
    headers.get("grpc-status") ?? /grpc-status: ?(\d+)/.exec(body)?.[1];

  it.each([
    ["a truncated frame", bytes(0, 0, 0, 0, 9, 1)],
    ["a frame that says it is huge", bytes(0, 0xff, 0xff, 0xff, 0xff)],
    ["a compressed frame without compression", bytes(1, 0, 0, 0, 1, 0)],
    ["no frame", bytes()],
    ["two messages where one is expected", bytes(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)],
    ["no protobuf in a frame", bytes(0, 0, 0, 0, 1, 0xff)],
  ])("%s is refused by gRPC-web, and never as our mistake", async (_what, body) => {
    const answer = await post(SETUP, { "content-type": "application/grpc-web+proto" }, body);
    const ours = [Code.Internal, Code.Unknown, Code.DataLoss].map(String);
    expect(statusOf(answer.headers, answer.text)).toMatch(/^[1-9]\d*$/);
    expect(ours).not.toContain(statusOf(answer.headers, answer.text));
  });
});
