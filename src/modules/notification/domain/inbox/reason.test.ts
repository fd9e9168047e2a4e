import { describe, expect, it } from "vitest";
import type { GroupId, UserId } from "../../../../kernel/ids.ts";
import { type Listener, reasonToTell, type Said } from "./reason.ts";

const ada = `usr_${"a".repeat(27)}` as UserId;
const crew = `grp_${"c".repeat(27)}` as GroupId;
const said: Said = {
  mentions: { userIds: [], channel: false, here: false },
  direct: false,
  onlyInThread: false,
};
const listener: Listener = {
  userId: ada,
  level: "everything",
  chosenBy: "person",
  group: crew,
  keyword: "release",
  following: "wrote",
};

describe("the reason to tell somebody of a message", () => {
  it("is the one they care about most", () => {
    const all = { ...said, direct: true, mentions: { userIds: [ada], channel: true, here: true } };
    const everybody = { ...all, mentions: { ...all.mentions, userIds: [] } };
    const here = { ...everybody, mentions: { ...everybody.mentions, channel: false } };
    const nobody = { ...all, mentions: said.mentions };
    const alone = { ...listener, group: undefined };
    const deaf = { ...alone, keyword: undefined };
    const passing = { ...deaf, following: undefined };
    expect([
      reasonToTell(all, listener),
      reasonToTell(everybody, listener),
      reasonToTell(everybody, alone),
      reasonToTell(here, alone),
      reasonToTell(nobody, alone),
      reasonToTell(nobody, deaf),
      reasonToTell(nobody, passing),
      reasonToTell(said, passing),
      reasonToTell(said, { ...passing, level: "mentions" }),
    ]).toEqual([
      { cause: "mention", by: "name" },
      { cause: "mention", by: crew },
      { cause: "mention", by: "channel" },
      { cause: "mention", by: "here" },
      { cause: "keyword", keyword: "release" },
      { cause: "reply", following: "wrote" },
      { cause: "direct" },
      { cause: "message", chosenBy: "person" },
      undefined,
    ]);
  });

  it("is not that they want everything, where it stands in a thread alone and in no direct conversation", () => {
    const passing = { ...listener, group: undefined, keyword: undefined, following: undefined };
    expect(reasonToTell({ ...said, onlyInThread: true }, passing)).toBeUndefined();
    expect(reasonToTell({ ...said, onlyInThread: true, direct: true }, passing)).toEqual({ cause: "direct" });
  });
});
