import { describe, expect, it } from "vitest";
import type { Channel, Membership } from "../../store/channels/channel.ts";
import { rightsIn } from "./can.ts";

const channel = (change: Partial<Channel> = {}): Channel => ({
  id: "chn_1",
  kind: "public",
  name: "launch",
  topic: "",
  description: "",
  isArchived: false,
  isDefault: false,
  createdBy: "usr_a",
  memberCount: 2,
  directUserIds: [],
  ...change,
});
const as = (role: Membership["role"]): Membership => ({
  role,
  readSeq: 0,
  level: "default",
  isStarred: false,
  position: undefined,
});

describe("what one may do in a channel", () => {
  it("is to join and read, for who is not in a public one", () => {
    expect(rightsIn(channel(), undefined, "member")).toEqual({
      canPost: false,
      canModerate: false,
      canAddPeople: false,
      canManage: false,
      canMakeDefault: false,
      canJoin: true,
    });
  });

  it("is to write and to add people, for its members", () => {
    expect(rightsIn(channel(), as("member"), "member")).toMatchObject({
      canPost: true,
      canAddPeople: true,
      canManage: false,
      canJoin: false,
    });
  });

  it("is to keep order, for its moderators", () => {
    expect(rightsIn(channel(), as("moderator"), "member")).toMatchObject({
      canModerate: true,
      canManage: false,
    });
  });

  it("is everything in public channels for who runs the organisation, and nothing more in private ones", () => {
    expect(rightsIn(channel(), as("member"), "owner").canManage).toBe(true);
    expect(rightsIn(channel({ kind: "private" }), as("member"), "owner").canManage).toBe(false);
    expect(rightsIn(channel(), undefined, "admin").canMakeDefault).toBe(true);
    expect(rightsIn(channel({ kind: "private" }), as("admin"), "admin").canMakeDefault).toBe(false);
    expect(rightsIn(channel(), as("admin"), "member").canMakeDefault).toBe(false);
  });

  it("is to read only, once it is archived", () => {
    expect(rightsIn(channel({ isArchived: true }), as("admin"), "member")).toMatchObject({
      canPost: false,
      canAddPeople: false,
      canManage: true,
    });
  });

  it("is neither to manage nor to widen a conversation", () => {
    const direct = channel({ kind: "direct", name: "", directUserIds: ["usr_a", "usr_b"] });
    expect(rightsIn(direct, as("admin"), "owner")).toMatchObject({ canManage: false, canAddPeople: false });
  });
});
