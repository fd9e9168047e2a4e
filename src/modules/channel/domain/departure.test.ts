import { describe, expect, it } from "vitest";
import { sampleChannel, sampleMembership } from "../testing/sample.ts";
import type { ChannelKind } from "./channel.ts";
import { depart, needsSuccessor } from "./departure.ts";
import type { MemberRole } from "./membership.ts";

const at = new Date("2026-05-01T12:00:00Z");

function scene(kind: ChannelKind, role: MemberRole, first?: MemberRole) {
  const channel = sampleChannel({ kind });
  const leaver = sampleMembership(channel, { role });
  const next = first && sampleMembership(channel, { role: first });
  return { channel, leaver, next, events: depart(channel, leaver, { first: next, at }) };
}

describe("leaving a channel", () => {
  it("makes it smaller by one", () => {
    const { channel, leaver, events } = scene("public", "member");
    const shrunk = { ...channel, memberCount: 2 };
    expect(events).toEqual([{ type: "member_left", channel: shrunk, userId: leaver.userId }]);
  });

  it("needs a successor only where an admin leaves a private channel", () => {
    const needed = (kind: ChannelKind, role: MemberRole) => {
      const { channel, leaver } = scene(kind, role, "admin");
      return needsSuccessor(channel, leaver);
    };
    expect(needed("private", "admin")).toBe(true);
    expect(needed("private", "moderator")).toBe(false);
    expect(needed("public", "admin")).toBe(false);
  });

  it.each(["moderator", "member"] as const)("makes the first %s an admin where none is left", (role) => {
    const { next, events } = scene("private", "admin", role);
    expect(events.slice(1)).toEqual([
      { type: "role_changed", membership: { ...next, role: "admin" }, was: role },
    ]);
  });

  it("changes no role where another admin is left", () => {
    expect(scene("private", "admin", "admin").events).toHaveLength(1);
  });

  it("archives a private channel that nobody is left in", () => {
    const { events } = scene("private", "admin");
    expect(events).toMatchObject([
      { type: "member_left" },
      { type: "channel_archived", channel: { memberCount: 2, archivedAt: at } },
    ]);
  });
});
