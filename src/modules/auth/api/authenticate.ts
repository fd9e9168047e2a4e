import type { Actor } from "../../../kernel/actor.ts";
import { findSessionToken } from "../../../platform/http/session-cookie.ts";
import { type AuthenticateDeps, authenticate } from "../application/authenticate.ts";

/** What a request shows of its sender; of a browser's cookies only where no other site caused the request. */
export interface ShownCredentials {
  readonly authorization?: string;
  /** The Cookie header. */
  readonly cookie?: string;
  readonly address: string;
  readonly userAgent: string;
  /** The request came over TLS. */
  readonly secure: boolean;
}

const BEARER = /^Bearer +(\S+)$/i;

/** An Authorization header decides alone, even if it opens nothing: a program that sends one means it. */
export async function authenticateRequest(
  deps: AuthenticateDeps,
  { authorization, cookie, secure, address, userAgent }: ShownCredentials,
): Promise<Actor | undefined> {
  const credential =
    authorization === undefined ? findSessionToken(cookie, secure) : BEARER.exec(authorization)?.[1];
  return credential === undefined
    ? undefined
    : authenticate(deps, { credential, client: { address, userAgent } });
}
