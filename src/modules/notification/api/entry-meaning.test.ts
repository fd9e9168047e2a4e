import { describe, expect, it } from "vitest";
import { added, changed, deleted, entryOf, joined, left, posted, removed } from "../testing/entries.ts";
import { channelId, userId } from "../testing/ids.ts";
import { meaningOf } from "./entry-meaning.ts";

const ada = userId(1);
const channel = channelId(1);

describe("what an entry means for delivery", () => {
  it.each([
    ["that somebody joined", joined(ada), { kind: "member_joined", userId: ada }],
    ["that somebody left", left(ada), { kind: "member_left", userId: ada }],
    ["that the channel changed", changed(), { kind: "channel_changed" }],
    ["that the person was added", added(channel), { kind: "channel_added", channelId: channel }],
    ["that content was erased", deleted(), { kind: "erased" }],
  ])("is %s", (_what, entry, meaning) => {
    expect(meaningOf(entry)).toEqual(meaning);
  });

  it("is nothing for most entries, for empty ones and for those of a newer version", () => {
    expect(meaningOf(posted("hello"))).toBeUndefined();
    expect(meaningOf(removed(channel))).toBeUndefined();
    expect(meaningOf(entryOf({ case: "redacted", value: {} }))).toBeUndefined();
    expect(meaningOf(new Uint8Array())).toBeUndefined();
    // Field 500, a length of 2.
    expect(meaningOf(Buffer.from("a21f020801", "hex"))).toBeUndefined();
  });

  it("does not depend on the order of fields", () => {
    const actor = Buffer.from("1204757372 5f".replace(" ", ""), "hex");
    expect(meaningOf(Buffer.concat([left(ada), actor]))).toEqual({ kind: "member_left", userId: ada });
  });
});
