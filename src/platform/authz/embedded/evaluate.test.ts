import { describe, expect, it } from "vitest";
import { compileSchema, loadSchema } from "../compile-schema.ts";
import { answers } from "../testing/tuples.ts";
import { evaluate, type Facts } from "./evaluate.ts";

const schema = loadSchema();

describe("schema.zed", () => {
  const tuples = [
    "org:acme#owner@user:olga",
    "org:acme#admin@user:anna",
    "org:acme#member@user:mia",
    "org:acme#guest@user:gus",
    "channel:town#org@org:acme",
    "channel:town#public@org:acme",
    "channel:town#moderator@user:mia",
    "channel:den#org@org:acme",
    "channel:den#admin@user:mia",
    "channel:den#member@user:gus",
    "channel:old#public@org:acme",
    "channel:old#member@user:mia",
    "channel:old#archived@user:*",
  ];
  const rights: readonly (readonly [question: string, allowed: boolean])[] = [
    ["org:acme#manage@user:anna", true],
    ["org:acme#manage@user:mia", false],
    ["org:acme#create_channel@user:mia", true],
    ["org:acme#create_channel@user:gus", false],
    ["org:acme#access@user:gus", true],
    ["org:acme#access@user:stranger", false],
    ["channel:town#view@user:olga", true],
    ["channel:town#view@user:gus", false],
    ["channel:town#join@user:olga", true],
    ["channel:town#send_message@user:olga", false],
    ["channel:town#manage_channel@user:olga", true],
    ["channel:town#manage_channel@user:mia", false],
    ["channel:town#delete_message@user:mia", true],
    ["channel:den#view@user:olga", false],
    ["channel:den#manage_channel@user:olga", false],
    ["channel:den#manage_channel@user:mia", true],
    ["channel:den#send_message@user:gus", true],
    ["channel:den#delete_message@user:gus", false],
    ["channel:den#join@user:olga", false],
    ["channel:old#read@user:mia", true],
    ["channel:old#send_message@user:mia", false],
    ["channel:old#add_member@user:mia", false],
    ["channel:old#join@user:olga", false],
    ["channel:old#manage_channel@user:olga", true],
  ];

  it.each(rights)("%s: %s", async (question, allowed) => {
    expect(await answers(schema, tuples, [question])).toEqual([allowed]);
  });
});

describe("an evaluation", () => {
  it("asks for everything that could matter before it says that it cannot tell", () => {
    const asked = new Set<string>();
    const nothing: Facts = {
      holds: (resource, relation) => void asked.add(`${resource}#${relation}`),
      shared: (resource, relation) => void asked.add(`${resource}#${relation} shared`),
    };
    expect(evaluate(schema, nothing, "channel:town", "join")).toBeUndefined();
    expect([...asked].toSorted()).toEqual([
      "channel:town#archived shared",
      "channel:town#open_to shared",
      "channel:town#public shared",
    ]);
  });

  it("needs no facts that cannot change the answer", () => {
    const facts: Facts = {
      holds: (_, relation) => relation === "member" || undefined,
      shared: () => undefined,
    };
    expect(evaluate(schema, facts, "channel:town", "view")).toBe(true);
  });

  it("follows sets in sets, but no deeper than fifty", async () => {
    const teams = compileSchema("definition user {} definition team { relation member: user | team#member }");
    const chain = (length: number): string[] => [
      ...Array.from({ length }, (_, n) => `team:${n}#member@team:${n + 1}#member`),
      `team:${length}#member@user:ann`,
    ];
    expect(await answers(teams, chain(50), ["team:0#member@user:ann"])).toEqual([true]);
    await expect(answers(teams, chain(51), ["team:0#member@user:ann"])).rejects.toThrow("deeper than 50");
    const circle = ["team:0#member@team:0#member"];
    await expect(answers(teams, circle, ["team:0#member@user:ann"])).rejects.toThrow("deeper than 50");
  });

  it("refuses a name that the schema does not have", async () => {
    await expect(answers(schema, [], ["channel:town#paint@user:ann"])).rejects.toThrow("not in the schema");
    await expect(answers(schema, [], ["shed:1#view@user:ann"])).rejects.toThrow("not in the schema");
  });
});
