import { create } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { RelationshipSchema } from "../../../../../gen/chatter/auth/v1/oversight_pb.js";
import { type Mood, sentenceOf } from "./sentences.ts";

const names = {
  person: (id: string) => (id === "usr_1" ? "Mia" : "somebody who is gone"),
  channel: (id: string) => (id === "chn_1" ? "#general" : "a channel that you cannot see"),
  org: "Example",
};

const told = (mood: Mood, ...[resource, relation, subject]: readonly [string, string, string]) =>
  sentenceOf(create(RelationshipSchema, { resource, relation, subject }), mood, names);

describe("a relationship in words", () => {
  it("tells that it is so, is not, or would be needed", () => {
    expect(told("is", "org:org_1", "owner", "user:usr_1")).toBe("Mia is an owner of Example");
    expect(told("not", "channel:chn_1", "member", "user:usr_1")).toBe("Mia is not in #general");
    expect(told("would", "channel:chn_1", "moderator", "user:usr_1")).toBe(
      "Mia being a moderator of #general",
    );
  });

  it("names organisations, everybody, and those that cannot be named", () => {
    expect(told("is", "channel:chn_1", "public", "org:org_1")).toBe("#general is public in Example");
    expect(told("would", "channel:chn_1", "public", "org")).toBe("#general being public");
    expect(told("is", "channel:chn_9", "archived", "user:*")).toBe(
      "A channel that you cannot see is archived",
    );
    expect(told("is", "org:org_1", "member", "user:usr_9")).toBe(
      "Somebody who is gone is a member of Example",
    );
  });

  it("is in its own notation where it has no words", () => {
    expect(told("is", "file:fil_1", "viewer", "channel:chn_1#participant")).toBe(
      "file:fil_1 # viewer @ channel:chn_1#participant",
    );
  });
});
