import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/** Where a request came from, as far as this server and the proxies before it can tell. */
export interface RequestInfo {
  /** Names the request in logs, answers and errors. */
  readonly requestId: string;
  /** The IP address of the client. */
  readonly address: string;
  readonly userAgent: string;
  /** The host and port that the client asked for. */
  readonly host: string;
  /** The client spoke TLS, to us or to a proxy before us. */
  readonly secure: boolean;
}

export interface Surroundings {
  /** How many proxies stand before this server; that many entries of X-Forwarded-* are believed. */
  readonly trustedProxies: number;
  /** Where people reach the server; if by https, a request for that host came over TLS. */
  readonly publicUrl: string;
}

const SANE_ID = /^[\w.:-]{8,64}$/;
const USER_AGENT_LENGTH = 256;

export function createRequestReader({ trustedProxies, publicUrl }: Surroundings) {
  const { protocol, host: publicHost } = new URL(publicUrl);
  return (request: IncomingMessage): RequestInfo => {
    const { headers, socket } = request;
    // A proxy adds to the right what it has seen itself; further to the left anything may have been invented.
    const forwarded = (name: string) => entries(headers[name]).slice(-trustedProxies)[0];
    const believe = (name: string) => (trustedProxies > 0 ? forwarded(name) : undefined);
    const host = believe("x-forwarded-host") ?? authority(request);
    return {
      requestId: requestId(headers["x-request-id"]),
      address: addressOf(believe("x-forwarded-for"), socket.remoteAddress ?? ""),
      userAgent: (headers["user-agent"] ?? "").slice(0, USER_AGENT_LENGTH),
      host,
      secure: believe("x-forwarded-proto") === "https" || (protocol === "https:" && host === publicHost),
    };
  };
}

function requestId(given: string | string[] | undefined): string {
  return typeof given === "string" && SANE_ID.test(given) ? given : randomUUID();
}

function addressOf(forwarded: string | undefined, peer: string): string {
  const address = forwarded !== undefined && isIP(forwarded) !== 0 ? forwarded : peer;
  // IPv4 clients reach a socket that also listens on IPv6 as ::ffff:192.0.2.1.
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
