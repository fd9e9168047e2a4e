import { describe, expect, it } from "vitest";
import type { PresenceState } from "../presence.ts";
import { type Decision, decide, type Situation } from "./decision.ts";
import type { Level } from "./level.ts";
import type { Reason } from "./reason.ts";

const noon = new Date("2026-03-04T12:00:00Z");
const later = new Date("2026-03-04T13:00:00Z");
const before = new Date("2026-03-04T11:00:00Z");
/** Wednesday is in none of its hours. */
const atNight = { days: new Set([0, 1, 2, 3, 4, 5, 6]), from: 22 * 60, to: 6 * 60, timezone: "UTC" };
const byDay = { ...atNight, from: 6 * 60, to: 22 * 60 };

const reasons: readonly Reason[] = [
  { cause: "mention", by: "name" },
  { cause: "mention", by: "channel" },
  { cause: "mention", by: "here" },
  { cause: "keyword", keyword: "release" },
  { cause: "reply", following: "wrote" },
  { cause: "reaction", emoji: "👍" },
  { cause: "direct" },
  { cause: "message", chosenBy: "channel" },
  { cause: "invitation" },
  { cause: "reminder" },
  { cause: "announcement" },
];
const levels: readonly Level[] = ["everything", "mentions", "nothing"];
const presences: readonly PresenceState[] = ["active", "away", "offline", "do_not_disturb"];
const mutes = [undefined, before, later];
const schedules = [undefined, byDay, atNight];

const nameOf = (reason: Reason) =>
  reason.cause === "mention" && !reason.by.startsWith("grp_") ? `@${reason.by}` : reason.cause;
const open: Situation = { level: "mentions", mutedUntil: undefined, schedule: undefined, presence: "away" };
const told = (decision: Decision | undefined) =>
  decision === undefined
    ? "not at all"
    : [
        decision.listed && "listed",
        decision.desktop && "desktop",
        decision.push !== "no" && `push ${decision.push}`,
        decision.mail && "mail",
        decision.held && `held by ${decision.held}`,
      ]
        .filter(Boolean)
        .join(", ");
const tableOf = (situation: Situation) =>
  Object.fromEntries(reasons.map((reason) => [nameOf(reason), told(decide(reason, situation, noon))]));

const LOUD = "listed, desktop, push at_once, mail";
const SILENT = {
  invitation: LOUD,
  reminder: LOUD,
  announcement: LOUD,
  reaction: "listed",
  message: "not at all",
  direct: "not at all",
  "@channel": "not at all",
  "@here": "not at all",
};

describe("how somebody is told", () => {
  it("who wants everything hears of everything, who wants mentions of what is said to them", () => {
    const everything = {
      "@name": LOUD,
      "@channel": LOUD,
      "@here": LOUD,
      keyword: LOUD,
      reply: LOUD,
      reaction: "listed",
      direct: "desktop, push at_once, mail",
      message: "desktop, push at_once",
      invitation: LOUD,
      reminder: LOUD,
      announcement: LOUD,
    };
    expect(tableOf({ ...open, level: "everything" })).toEqual(everything);
    expect(tableOf(open)).toEqual({ ...everything, message: "not at all" });
  });

  it("who wants nothing of a channel finds what was said to them in the inbox, and is told of nothing else", () => {
    const held = "listed, held by level";
    const nothing = { ...SILENT, "@name": held, keyword: held, reply: held };
    expect(tableOf({ ...open, level: "nothing" })).toEqual(nothing);
  });

  it("a muted channel is silent until its time is over", () => {
    const held = "listed, held by muted";
    expect(tableOf({ ...open, mutedUntil: later })).toEqual({
      ...SILENT,
      "@name": held,
      keyword: held,
      reply: held,
    });
    expect(tableOf({ ...open, mutedUntil: before })).toEqual(tableOf(open));
    expect(tableOf({ ...open, mutedUntil: noon })).toEqual(tableOf(open));
  });

  it("who is not to be disturbed, or outside their hours, is told in the inbox and by mail", () => {
    const held = (by: string) => `listed, mail, held by ${by}`;
    const table = (by: string) => ({
      ...Object.fromEntries(reasons.map((reason) => [nameOf(reason), held(by)])),
      reaction: "listed",
      direct: `mail, held by ${by}`,
      message: "not at all",
    });
    expect(tableOf({ ...open, presence: "do_not_disturb" })).toEqual(table("do_not_disturb"));
    expect(tableOf({ ...open, schedule: atNight })).toEqual({ ...table("schedule"), reminder: LOUD });
    expect(tableOf({ ...open, schedule: byDay })).toEqual(tableOf(open));
  });

  it("devices that sleep are woken later, if at all, while the person is active elsewhere", () => {
    expect(told(decide({ cause: "direct" }, { ...open, presence: "active" }, noon))).toBe(
      "desktop, push if_unread, mail",
    );
  });

  it("a call of those who are here reaches nobody who is not", () => {
    expect(decide({ cause: "mention", by: "here" }, { ...open, presence: "offline" }, noon)).toBeUndefined();
    expect(tableOf({ ...open, presence: "offline" })).toEqual({ ...tableOf(open), "@here": "not at all" });
  });
});

describe("in every situation", () => {
  const situations = levels.flatMap((level) =>
    mutes.flatMap((mutedUntil) =>
      schedules.flatMap((schedule) =>
        presences.map((presence): Situation => ({ level, mutedUntil, schedule, presence })),
      ),
    ),
  );
  const all = reasons.flatMap((reason) =>
    situations.map((situation) => ({ reason, situation, decision: decide(reason, situation, noon) })),
  );

  const decided = all.flatMap(({ decision, ...given }) =>
    decision === undefined ? [] : [{ ...given, decision }],
  );

  it("a decision leads somewhere, and what is held is neither shown nor pushed", () => {
    const leadsNowhere = decided.filter(({ decision }) => told(decision) === "");
    const half = decided.filter(({ decision: { desktop, push } }) => desktop !== (push !== "no"));
    const despite = decided.filter(({ decision: { desktop, held } }) => desktop && held !== undefined);
    expect([leadsNowhere, half, despite]).toEqual([[], [], []]);
  });

  it("whoever is called by name, or replied to, finds it in the inbox", () => {
    const toThem = all.filter(({ reason }) => ["@name", "reply"].includes(nameOf(reason)));
    expect(toThem.filter(({ decision }) => decision?.listed !== true)).toEqual([]);
  });

  it("nobody who is not to be disturbed is interrupted", () => {
    const quiet = decided.filter(({ situation }) => situation.presence === "do_not_disturb");
    expect(quiet.filter(({ decision }) => decision.desktop)).toEqual([]);
  });

  it("what the channel's settings are changes nothing about what happens in no channel", () => {
    for (const { reason, situation, decision } of all) {
      if (!["invitation", "reminder", "announcement"].includes(reason.cause)) continue;
      expect(decide(reason, { ...situation, level: "everything", mutedUntil: undefined }, noon)).toEqual(
        decision,
      );
    }
  });
});
