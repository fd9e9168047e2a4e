import { describe, expect, it } from "vitest";
import { clearedSessionCookie, findSessionToken, sessionCookie } from "./session-cookie.ts";

const kept = (setCookie: string) => setCookie.split(";", 1).join();

describe("the session cookie", () => {
  it("is what the browser sends back", () => {
    for (const secure of [true, false]) {
      const cookies = `theme=dark; ${kept(sessionCookie("chs_token", secure))}; other=1`;
      expect(findSessionToken(cookies, secure)).toBe("chs_token");
    }
  });

  it("is out of reach for scripts, for other sites and, over TLS, for other hosts", () => {
    expect(sessionCookie("chs_token", true)).toBe(
      "__Host-chatter_session=chs_token; Path=/; Max-Age=7776000; HttpOnly; SameSite=Lax; Secure",
    );
    expect(sessionCookie("chs_token", false)).toMatch(/^chatter_session=.*HttpOnly; SameSite=Lax$/);
  });

  it("counts over TLS only by the name that other hosts cannot set", () => {
    expect(findSessionToken(kept(sessionCookie("planted", false)), true)).toBeUndefined();
  });

  it("is gone once it was cleared", () => {
    expect(clearedSessionCookie(true)).toContain("Max-Age=0");
    expect(findSessionToken(kept(clearedSessionCookie(true)), true)).toBeUndefined();
    expect(findSessionToken(undefined, true)).toBeUndefined();
  });
});
