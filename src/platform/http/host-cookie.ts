/** Where a cookie is set and found; over TLS it counts by another name than without. */
export interface HostCookie {
  /** A Set-Cookie header. `secure`: the request came over TLS. */
  set(value: string, secure: boolean): string;
  /** A Set-Cookie header that has the browser forget it. */
  clear(secure: boolean): string;
  /** Its value in a Cookie header. */
  find(cookies: string | undefined, secure: boolean): string | undefined;
}

/**
 * A cookie that scripts cannot read and other sites cannot send along with more than a visit. Over TLS its
 * name has the prefix __Host-, which browsers let only this very host set, over TLS; then the other name
 * counts for nothing.
 */
export function hostCookie(name: string, maxAgeSeconds: number): HostCookie {
  const nameFor = (secure: boolean) => (secure ? `__Host-${name}` : name);
  const header = (value: string, maxAge: number, secure: boolean) => {
    const attributes = `Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax`;
    return `${nameFor(secure)}=${value}; ${attributes}${secure ? "; Secure" : ""}`;
  };
  return {
    set: (value, secure) => header(value, maxAgeSeconds, secure),
    clear: (secure) => header("", 0, secure),
    find(cookies, secure) {
      const beginning = `${nameFor(secure)}=`;
      const found = cookies
        ?.split(";")
        .map((cookie) => cookie.trim())
        .find((cookie) => cookie.startsWith(beginning));
      return found?.slice(beginning.length) || undefined;
    },
  };
}
