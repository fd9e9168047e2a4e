import { describe, expect, it } from "vitest";
import { sampleChannel } from "../testing/sample.ts";
import { archive, redescribe, unarchive } from "./alteration.ts";
import { archivedChannelsDoNotChange, directConversationsAreFixed } from "./rules.ts";

const at = new Date("2026-05-01T12:00:00Z");
const nothing = { name: undefined, topic: undefined, description: undefined };

describe("describing a channel anew", () => {
  const channel = sampleChannel();

  it("changes only what is given, and can empty a topic", () => {
    expect(redescribe(channel, { ...nothing, topic: "" })).toEqual([
      { type: "channel_described", channel: { ...channel, topic: "" } },
    ]);
  });

  it("is nothing where nothing differs, also where letters are composed otherwise", () => {
    const named = sampleChannel({ name: "caf\u00e9" });
    expect(redescribe(channel, nothing)).toEqual([]);
    expect(redescribe(named, { ...nothing, name: "cafe\u0301" })).toEqual([]);
  });
});

describe("archiving", () => {
  it("is a change once, and so is taking it back", () => {
    const [archived] = archive(sampleChannel(), at);
    expect(archived?.channel.archivedAt).toBe(at);
    const closed = sampleChannel({ archivedAt: at });
    expect(archive(closed, at)).toEqual([]);
    expect(unarchive(closed)).toMatchObject([{ channel: { archivedAt: undefined } }]);
    expect(unarchive(sampleChannel())).toEqual([]);
  });
});

describe("the rules", () => {
  it("refuse changes to an archived channel", () => {
    archivedChannelsDoNotChange(sampleChannel());
    const archived = sampleChannel({ archivedAt: at });
    expect(() => archivedChannelsDoNotChange(archived)).toThrow("The channel is archived");
  });

  it("refuse changes to who is in a direct conversation", () => {
    directConversationsAreFixed(sampleChannel());
    for (const kind of ["direct", "group_direct"] as const) {
      expect(() => directConversationsAreFixed(sampleChannel({ kind }))).toThrow("A direct conversation");
    }
  });
});
