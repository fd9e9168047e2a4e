import { describe, expect, it } from "vitest";
import type { OrgId, UserId } from "../../../kernel/ids.ts";
import { learn } from "./standing.ts";
import { readStatus } from "./status.ts";
import { readTimezone } from "./timezone.ts";
import { atMoment, changeProfile, type User } from "./user.ts";

const [noon, later] = [new Date("2026-03-01T12:00:00Z"), new Date("2026-03-01T13:00:00Z")];
const fact = { holds: false, since: noon };
const ada: User = {
  id: `usr_${"0".repeat(27)}` as UserId,
  orgId: `org_${"0".repeat(27)}` as OrgId,
  handle: "ada",
  name: "Ada",
  title: "Countess",
  timezone: "",
  avatar: undefined,
  status: undefined,
  deactivated: fact,
  guest: fact,
};
const nothing = { name: undefined, handle: undefined, title: undefined, timezone: undefined };

describe("a profile", () => {
  it("changes in what is given, and stays as it is in the rest", () => {
    expect(changeProfile(ada, nothing)).toEqual(ada);
    const change = { ...nothing, title: "", timezone: "Europe/London" };
    expect(changeProfile(ada, change)).toEqual({ ...ada, title: "", timezone: "Europe/London" });
  });

  it("has a time zone that exists", () => {
    for (const name of ["Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC", "Etc/GMT+3", ""]) {
      expect(readTimezone(name)).toBe(name);
    }
    for (const name of ["Europe/Nowhere", "+01:00", "../etc/passwd", "Europe/Berlin\n"]) {
      expect(() => readTimezone(name)).toThrow("no such time zone");
    }
  });
});

describe("a status", () => {
  const away = { emoji: "🌴", text: "Away", expiresAt: later };

  it("is gone when it has expired", () => {
    const status = readStatus(away, noon);
    expect(atMoment({ ...ada, status }, noon).status).toEqual(away);
    expect(atMoment({ ...ada, status }, later).status).toBeUndefined();
  });

  it("is none when it says nothing", () => {
    expect(readStatus({ emoji: "", text: " ", expiresAt: undefined }, noon)).toBeUndefined();
  });

  it("cannot begin in the past", () => {
    expect(() => readStatus(away, later)).toThrow("past");
  });
});

describe("news of auth", () => {
  it("count by when they were decided, in whatever order they arrive and however often", () => {
    const [first, second] = [
      { holds: true, since: noon },
      { holds: false, since: later },
    ];
    expect(learn(first, second)).toEqual(second);
    expect(learn(second, first)).toEqual(second);
    expect(learn(second, second)).toEqual(second);
  });
});
