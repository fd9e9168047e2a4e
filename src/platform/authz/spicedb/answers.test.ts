import { describe, expect, it } from "vitest";
import { loadSchema } from "../compile-schema.ts";
import { relationshipOf } from "../relationship.ts";
import { createTimeline } from "../timeline.ts";
import { Answers, referrersIn } from "./answers.ts";

const EVER = Number.NEGATIVE_INFINITY;
const schema = loadSchema();

function openAnswers(capacity = 1_000) {
  const timeline = createTimeline(() => 0);
  const answers = new Answers(schema, timeline, capacity);
  const about = (question: string) => {
    const { resource, relation, subject } = relationshipOf(question);
    return { resource, permission: relation, person: subject };
  };
  return {
    timeline,
    keep: (question: string, asked = timeline()) => answers.keep(about(question), asked),
    knows: (question: string, notBefore = EVER) => answers.has({ ...about(question), notBefore }),
    change: (relationship: string) => answers.changed(relationshipOf(relationship)),
  };
}

describe("remembered answers", () => {
  const question = "channel:den#send_message@user:mia";

  it("hold for one question", () => {
    const { keep, knows } = openAnswers();
    keep(question);
    expect(knows(question)).toBe(true);
    for (const other of ["channel:den#view@user:mia", "channel:den#send_message@user:bob"]) {
      expect(knows(other)).toBe(false);
    }
  });

  it("do not serve who asks for something newer", () => {
    const { keep, knows, timeline } = openAnswers();
    keep(question);
    expect(knows(question, timeline())).toBe(false);
  });

  it.each([
    ["about the person, by anything that changed for them", "org:acme#member@user:mia", false],
    ["about others, not", "org:acme#member@user:bob", true],
    ["about the resource, by what many share of it", "channel:den#archived@user:*", false],
    ["about other resources, not", "channel:town#archived@user:*", true],
  ])("end %s", (_, relationship, stays) => {
    const { keep, knows, change } = openAnswers();
    keep(question);
    change(relationship);
    expect(knows(question)).toBe(stays);
    keep(question);
    expect(knows(question)).toBe(true);
  });

  it("end where they may depend on what changed by way of another resource", () => {
    const { keep, knows, change } = openAnswers();
    keep("file:1#view@user:mia");
    keep("org:acme#browse@user:mia");
    change("channel:town#public@org:acme");
    expect(knows("file:1#view@user:mia")).toBe(false);
    expect(knows("org:acme#browse@user:mia")).toBe(true);
  });

  it("are not kept when what they rest on changed while they were asked", () => {
    const { keep, knows, change, timeline } = openAnswers();
    const asked = timeline();
    change("channel:den#member@user:mia");
    keep(question, asked);
    expect(knows(question)).toBe(false);
  });

  it("are not used where it is forgotten what changed", () => {
    const { keep, knows, change } = openAnswers(2);
    keep(question);
    for (const name of ["mia", "ann", "bob"]) change(`channel:den#member@user:${name}`);
    expect(knows(question)).toBe(false);
    keep(question);
    expect(knows(question)).toBe(true);
  });
});

describe("types that refer to others", () => {
  it("do so in any number of steps", () => {
    const referrers = referrersIn(schema);
    expect([...(referrers.get("channel") ?? [])].toSorted()).toEqual([
      "assistant",
      "call",
      "file",
      "webhook",
    ]);
    expect([...(referrers.get("org") ?? [])].toSorted()).toEqual([
      "assistant",
      "call",
      "channel",
      "file",
      "webhook",
    ]);
    expect([...(referrers.get("file") ?? [])]).toEqual([]);
  });
});
