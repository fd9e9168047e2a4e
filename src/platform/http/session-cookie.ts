import { hostCookie } from "./host-cookie.ts";

// As long as a session lives at the most; the server decides whether it still does.
const MAX_AGE_SECONDS = 90 * 86_400;

/** The cookie that keeps a browser signed in. */
const cookie = hostCookie("chatter_session", MAX_AGE_SECONDS);

/** A Set-Cookie header. `secure`: the request came over TLS. */
export const sessionCookie = cookie.set;

/** A Set-Cookie header that has the browser forget its session. */
export const clearedSessionCookie = cookie.clear;

/** The session token in a Cookie header. */
export const findSessionToken = cookie.find;
