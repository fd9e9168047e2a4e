import { describe, expect, it } from "vitest";
import type { Channel } from "../../../../store/channels/channel.ts";
import type { ChannelRights } from "../../can.ts";
import { aboutOf, changesIn, editableFields } from "./about.ts";

const channel: Channel = {
  id: "chn_1",
  kind: "public",
  name: "launch",
  topic: "Ship it",
  description: "",
  isArchived: false,
  isDefault: false,
  createdBy: "usr_a",
  memberCount: 2,
  directUserIds: [],
};
const nothing: ChannelRights = {
  canPost: false,
  canModerate: false,
  canAddPeople: false,
  canManage: false,
  canMakeDefault: false,
  canJoin: false,
};

describe("what a channel is known by", () => {
  it("is changed by who manages it, and its topic by everybody in it", () => {
    const fieldsFor = (rights: Partial<ChannelRights>, change: Partial<Channel> = {}) =>
      editableFields({ channel: { ...channel, ...change }, rights: { ...nothing, ...rights } });
    expect(fieldsFor({ canManage: true })).toEqual(["name", "topic", "description"]);
    expect(fieldsFor({ canPost: true })).toEqual(["topic"]);
    expect(fieldsFor({})).toEqual([]);
    expect(fieldsFor({ canManage: true }, { isArchived: true })).toEqual([]);
    expect(fieldsFor({ canPost: true }, { kind: "direct", name: "" })).toEqual([]);
  });

  it("is told to the server where it differs, without the space around it", () => {
    const about = aboutOf(channel);
    expect(changesIn(about, channel)).toEqual({});
    expect(changesIn({ ...about, topic: "Ship it " }, channel)).toEqual({});
    expect(changesIn({ ...about, topic: " ", description: "All\nof it\n" }, channel)).toEqual({
      topic: "",
      description: "All\nof it",
    });
  });
});
