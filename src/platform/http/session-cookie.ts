/**
 * The cookie that keeps a browser signed in. Over TLS its name has the prefix __Host-, which browsers
 * let only this very host set, over TLS; then the other name counts for nothing.
 */
const NAME = "chatter_session";
const HOST_NAME = `__Host-${NAME}`;

// As long as a session lives at the most; the server decides whether it still does.
const MAX_AGE_SECONDS = 90 * 86_400;

/** A Set-Cookie header. `secure`: the request came over TLS. */
export function sessionCookie(token: string, secure: boolean): string {
  return header(token, MAX_AGE_SECONDS, secure);
}

/** A Set-Cookie header that has the browser forget its session. */
export function clearedSessionCookie(secure: boolean): string {
  return header("", 0, secure);
}

/** The session token in a Cookie header. */
export function findSessionToken(cookies: string | undefined, secure: boolean): string | undefined {
  const beginning = `${nameFor(secure)}=`;
  const found = cookies
    ?.split(";")
    .map((cookie) => cookie.trim())
    .find((cookie) => cookie.startsWith(beginning));
  return found?.slice(beginning.length) || undefined;
}

function header(value: string, maxAge: number, secure: boolean): string {
  const attributes = `Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax`;
  return `${nameFor(secure)}=${value}; ${attributes}${secure ? "; Secure" : ""}`;
}

function nameFor(secure: boolean): string {
  return secure ? HOST_NAME : NAME;
}
