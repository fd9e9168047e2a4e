import type { Actor } from "../../kernel/actor.ts";
import type { RequestInfo } from "./request-info.ts";

/** What a request shows to tell who is behind it, and where it came from. */
export interface Credentials {
  readonly authorization?: string;
  /** The Cookie header; absent where another site made the browser send it. */
  readonly cookie?: string;
  readonly address: string;
  readonly userAgent: string;
  readonly secure: boolean;
}

/** Answers who calls; undefined for credentials that are missing, wrong, expired or revoked. */
export type Authenticate = (credentials: Credentials) => Promise<Actor | undefined>;

/** A header by its name in lower case. */
export type HeaderLookup = (name: string) => string | undefined;

export function credentialsOf(header: HeaderLookup, info: RequestInfo): Credentials {
  const authorization = header("authorization");
  const cookie = isSameOrigin(header, info.host) ? header("cookie") : undefined;
  return {
    address: info.address,
    userAgent: info.userAgent,
    secure: info.secure,
    ...(authorization !== undefined && { authorization }),
    ...(cookie !== undefined && { cookie }),
  };
}

/**
 * Whether no other site caused the request. Browsers say so in Sec-Fetch-Site (over TLS and on
 * localhost) and send Origin with whatever can change something; programs send neither.
 */
function isSameOrigin(header: HeaderLookup, host: string): boolean {
  const site = header("sec-fetch-site");
  if (site !== undefined) return site === "same-origin" || site === "none";
  const origin = header("origin");
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
