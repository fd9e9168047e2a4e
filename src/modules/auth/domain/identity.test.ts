import { describe, expect, it } from "vitest";
import { isFresh, type Logout, roleOf } from "./identity.ts";
import { nextPage } from "./next-page.ts";

describe("the role that groups give", () => {
  const rules = [
    { group: "everybody", role: "guest" },
    { group: "admins", role: "admin" },
    { group: "staff", role: "member" },
  ] as const;

  it("is the highest of all, in whichever order they stand", () => {
    expect(roleOf(["everybody", "staff"], rules)).toBe("member");
    expect(roleOf(["staff", "admins", "everybody"], rules)).toBe("admin");
  });

  it("is none for who is in no group that is named, unless everybody is", () => {
    expect(roleOf(["visitors"], rules)).toBeUndefined();
    expect(roleOf(["*"], rules)).toBeUndefined();
    expect(roleOf([], [...rules, { group: "*", role: "guest" }])).toBe("guest");
  });
});

describe("word of a logout", () => {
  const now = new Date("2026-03-01T12:00:00Z");
  const said = (secondsAgo: number): Logout => ({
    ...{ issuer: "https://id.example.org", jti: "1", sid: "s", subject: undefined },
    issuedAt: new Date(now.getTime() - secondsAgo * 1000),
  });

  it("counts for some minutes, with a minute by which clocks may differ", () => {
    expect([-60, 0, 360].map((seconds) => isFresh(said(seconds), now))).toEqual([true, true, true]);
    expect([-61, 361].map((seconds) => isFresh(said(seconds), now))).toEqual([false, false]);
  });
});

describe("the page to go on with", () => {
  it("is on this server, whatever is wished", () => {
    const url = "https://chat.example.org";
    expect(nextPage(url, "/c/chn_1?a=b#c")).toBe(`${url}/c/chn_1?a=b#c`);
    for (const wish of [null, "", "evil", "//evil.org", "/\\evil.org", "/\t/evil.org", "https://evil.org/"]) {
      expect(nextPage(url, wish)).toBe(`${url}/`);
    }
    expect(nextPage(url, `/${"x".repeat(2_000)}`)).toBe(`${url}/`);
    expect(nextPage(url, "/.//evil.org")).toBe(`${url}//evil.org`);
  });
});
