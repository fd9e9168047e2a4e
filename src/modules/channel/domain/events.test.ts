import { describe, expect, it } from "vitest";
import { sampleChannel, sampleMembership } from "../testing/sample.ts";
import { findChannelThatLostRights } from "./events.ts";
import { type MemberRole, withRole } from "./membership.ts";

describe("a channel loses rights", () => {
  const channel = sampleChannel();
  const becoming = (was: MemberRole, role: MemberRole) =>
    withRole(sampleMembership(channel, { role: was }), role).map(findChannelThatLostRights);

  it("when it is archived and when somebody leaves", () => {
    expect(findChannelThatLostRights({ type: "channel_archived", channel })).toBe(channel.id);
    const { userId } = sampleMembership(channel);
    expect(findChannelThatLostRights({ type: "member_left", channel, userId })).toBe(channel.id);
  });

  it("when a role is lowered, not when it is raised", () => {
    expect(becoming("admin", "moderator")).toEqual([channel.id]);
    expect(becoming("moderator", "member")).toEqual([channel.id]);
    expect(becoming("member", "admin")).toEqual([undefined]);
  });

  it("by nothing else", () => {
    const membership = sampleMembership(channel);
    expect(findChannelThatLostRights({ type: "channel_described", channel })).toBeUndefined();
    expect(findChannelThatLostRights({ type: "channel_unarchived", channel })).toBeUndefined();
    expect(findChannelThatLostRights({ type: "membership_changed", membership })).toBeUndefined();
  });
});
