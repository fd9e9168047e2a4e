import { describe, expect, it } from "vitest";
import { loadSchema } from "../compile-schema.ts";
import type { Want } from "../records/tuple-store.ts";
import { relationshipOf } from "../relationship.ts";
import { readTuplesOf } from "../testing/tuples.ts";
import { createTimeline } from "../timeline.ts";
import { FactCache, factKey, factKeyOf } from "./fact-cache.ts";
import { answer } from "./question.ts";

const EVER = Number.NEGATIVE_INFINITY;
const schema = loadSchema();

/** A cache over relationships that can change, and whose reads can be held up on their way back. */
function openCache(...tuples: string[]) {
  const statements: (readonly Want[])[] = [];
  let returning = Promise.resolve();
  const timeline = createTimeline(() => 0);
  const cache = new FactCache(
    async (wants) => {
      statements.push(wants);
      const found = await readTuplesOf(tuples)(wants);
      await returning;
      return found;
    },
    timeline,
    1_000,
  );
  const ask = (question: string, notBefore = EVER): Promise<boolean> => {
    const { resource, relation, subject } = relationshipOf(question);
    return answer(schema, cache, { resource, permission: relation, person: subject, notBefore });
  };
  const holdUp = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    returning = promise;
    return resolve;
  };
  return { cache, tuples, statements, timeline, ask, holdUp };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("facts in memory", () => {
  it("are read in one statement a step, and then no more", async () => {
    const { ask, statements } = openCache("channel:town#public@org:acme", "org:acme#member@user:mia");
    expect(await ask("channel:town#view@user:mia")).toBe(true);
    expect(statements).toHaveLength(2);
    expect(await ask("channel:town#join@user:mia")).toBe(true);
    expect(await ask("channel:town#delete_message@user:mia")).toBe(false);
    expect(await ask("org:acme#browse@user:mia")).toBe(true);
    expect(statements).toHaveLength(2);
  });

  it("are read together for all who ask at once", async () => {
    const people = ["ann", "bob", "cem"];
    const { ask, statements } = openCache(...people.map((name) => `channel:den#member@user:${name}`));
    const all = await Promise.all(people.map((name) => ask(`channel:den#send_message@user:${name}`)));
    expect(all).toEqual([true, true, true]);
    expect(statements).toHaveLength(1);
  });

  it("are read again after they were invalidated, and only those", async () => {
    const { ask, tuples, cache, statements } = openCache("channel:den#member@user:mia");
    expect(await ask("channel:den#send_message@user:mia")).toBe(true);
    const archived = "channel:den#archived@user:*";
    tuples.push(archived);
    expect(await ask("channel:den#send_message@user:mia")).toBe(true);
    cache.invalidate(factKeyOf(relationshipOf(archived)));
    expect(await ask("channel:den#send_message@user:mia")).toBe(false);
    expect(statements.at(-1)).toEqual([{ resource: "channel:den", person: undefined }]);
  });

  it("are not kept from a read that was in flight when they were invalidated", async () => {
    const { ask, tuples, cache, statements, holdUp } = openCache("channel:den#member@user:mia");
    const letReturn = holdUp();
    const before = ask("channel:den#participant@user:mia");
    await settle();
    const [removed = ""] = tuples.splice(0);
    cache.invalidate(factKeyOf(relationshipOf(removed)));
    letReturn();
    expect(await before).toBe(true);
    expect(await ask("channel:den#participant@user:mia")).toBe(false);
    expect(statements).toHaveLength(2);
  });

  it("are those after the invalidation for whoever asks after it, though a read is in flight", async () => {
    const { ask, tuples, cache, holdUp } = openCache("channel:den#member@user:mia");
    const letReturn = holdUp();
    const before = ask("channel:den#participant@user:mia");
    await settle();
    const [removed = ""] = tuples.splice(0);
    cache.invalidate(factKeyOf(relationshipOf(removed)));
    const after = ask("channel:den#participant@user:mia");
    letReturn();
    expect(await before).toBe(true);
    expect(await after).toBe(false);
  });

  it("are not used where they are older than asked for", async () => {
    const { ask, statements, timeline } = openCache("channel:den#member@user:mia");
    await ask("channel:den#participant@user:mia");
    const later = timeline();
    await ask("channel:den#participant@user:mia", later);
    await ask("channel:den#participant@user:mia", later);
    expect(statements).toHaveLength(2);
  });

  it("are about one person, or shared", () => {
    expect(factKeyOf(relationshipOf("channel:den#member@user:mia"))).toBe(factKey("channel:den", "user:mia"));
    for (const subject of ["user:*", "org:acme", "org:acme#member", "user:mia#friend"]) {
      expect(factKeyOf({ resource: "channel:den", relation: "x", subject })).toBe(factKey("channel:den"));
    }
  });
});
