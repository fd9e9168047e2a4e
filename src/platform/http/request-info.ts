import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { type BlockList, isIP, isIPv6 } from "node:net";

/** Where a request came from, as far as this server and the proxies it trusts can tell. */
export interface RequestInfo {
  /** Names the request in logs, answers and errors. */
  readonly requestId: string;
  /** The IP address of the client. */
  readonly address: string;
  readonly userAgent: string;
  /** The host and port that the client asked for. */
  readonly host: string;
  /** The client spoke TLS to us or to a trusted proxy before us. */
  readonly secure: boolean;
}

const SANE_ID = /^[\w.:-]{8,64}$/;
const USER_AGENT_LENGTH = 256;

/** Believes X-Forwarded-For, -Proto and -Host only from a proxy on the list. */
export function readRequestInfo(request: IncomingMessage, trustedProxies: BlockList): RequestInfo {
  const { headers, socket } = request;
  const peer = plainAddress(socket.remoteAddress ?? "");
  const proxied = isTrusted(peer, trustedProxies);
  const forwarded = (name: string) => (proxied ? entries(headers[name]).at(-1) : undefined);
  return {
    requestId: requestId(headers["x-request-id"]),
    address: proxied ? clientBehind(peer, entries(headers["x-forwarded-for"]), trustedProxies) : peer,
    userAgent: (headers["user-agent"] ?? "").slice(0, USER_AGENT_LENGTH),
    host: forwarded("x-forwarded-host") ?? authority(request),
    secure: "encrypted" in socket || forwarded("x-forwarded-proto") === "https",
  };
}

function requestId(given: string | string[] | undefined): string {
  return typeof given === "string" && SANE_ID.test(given) ? given : randomUUID();
}

/** The nearest address that is not one of our proxies; what stands before it could be invented. */
function clientBehind(peer: string, hops: readonly string[], trustedProxies: BlockList): string {
  const client = hops.map(plainAddress).findLast((hop) => !isTrusted(hop, trustedProxies));
  return client !== undefined && isIP(client) !== 0 ? client : peer;
}

function isTrusted(address: string, trustedProxies: BlockList): boolean {
  return isIP(address) !== 0 && trustedProxies.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}

/** IPv4 clients reach a socket that also listens on IPv6 as ::ffff:192.0.2.1. */
function plainAddress(address: string): string {
  return address.startsWith("::ffff:") ? address.slice("::ffff:".length) : address;
}

function authority({ headers }: IncomingMessage): string {
  const name = headers[":authority"] ?? headers.host;
  return typeof name === "string" ? name : "";
}

function entries(list: string | string[] | undefined): string[] {
  const text = Array.isArray(list) ? list.join(",") : list;
  return text === undefined ? [] : text.split(",").map((entry) => entry.trim());
}
