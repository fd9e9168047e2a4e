import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { createRequestReader } from "./request-info.ts";

function request(headers: Record<string, string>, peer = "192.0.2.1"): IncomingMessage {
  const socket = Object.defineProperty(new Socket(), "remoteAddress", { value: peer });
  return Object.assign(new IncomingMessage(socket), { headers });
}

const reader = (trustedProxies: number, publicUrl = "http://chat.example") =>
  createRequestReader({ trustedProxies, publicUrl });

const forwarded = {
  host: "inner:3000",
  "x-forwarded-for": "203.0.113.9, 198.51.100.7, 10.0.0.2",
  "x-forwarded-proto": "https",
  "x-forwarded-host": "chat.example",
};

describe("where a request came from", () => {
  it("is the peer, whatever it says of itself", () => {
    expect(reader(0)(request(forwarded))).toMatchObject({
      address: "192.0.2.1",
      host: "inner:3000",
      secure: false,
    });
  });

  it.each([
    [1, "10.0.0.2"],
    [2, "198.51.100.7"],
    [3, "203.0.113.9"],
    [4, "203.0.113.9"],
  ])("is what %i proxies have seen", (proxies, address) => {
    expect(reader(proxies)(request(forwarded))).toMatchObject({
      address,
      host: "chat.example",
      secure: true,
    });
  });

  it("is the peer when the proxy wrote nonsense, or nothing", () => {
    expect(reader(1)(request({ "x-forwarded-for": "unknown" })).address).toBe("192.0.2.1");
    expect(reader(1)(request({})).address).toBe("192.0.2.1");
  });

  it("is written one way for IPv4", () => {
    expect(reader(0)(request({}, "::ffff:192.0.2.1")).address).toBe("192.0.2.1");
  });

  it("is secure where the public address is and was asked for", () => {
    const secure = (host: string) => reader(0, "https://chat.example")(request({ host })).secure;
    expect([secure("chat.example"), secure("localhost:3000")]).toEqual([true, false]);
  });

  it("takes only so much of what a client calls itself", () => {
    expect(reader(0)(request({ "user-agent": "x".repeat(1_000) })).userAgent).toHaveLength(256);
  });
});
