import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Claim, IdempotencyStore, StoredAnswer } from "../idempotency-store.ts";

const answer: StoredAnswer = { message: Buffer.from("done"), headers: [["set-cookie", "session=secret"]] };

/** What calls rely on, whatever remembers the answers; `open` gives one more server of the same store. */
export function describeIdempotencyStore(name: string, open: () => IdempotencyStore): void {
  describe(`answers remembered ${name}`, () => {
    it("are given again to the same request under the same key", async () => {
      const [store, key] = [open(), randomUUID()];
      await first(await store.claim(key, "request")).keep(answer);
      const repeated = await store.claim(key, "request");
      expect(repeated).toMatchObject({ kind: "repeated", answer: { headers: answer.headers } });
      expect(repeated.kind === "repeated" && Buffer.from(repeated.answer.message).toString()).toBe("done");
    });

    it("are not given to another request under the key, done or under way", async () => {
      const [store, key] = [open(), randomUUID()];
      const claim = first(await store.claim(key, "request"));
      expect(await store.claim(key, "other")).toEqual({ kind: "reused" });
      await claim.keep(answer);
      expect(await store.claim(key, "other")).toEqual({ kind: "reused" });
    });

    it("let exactly one of many try again when the first has failed", async () => {
      const [store, key] = [open(), randomUUID()];
      const claim = first(await store.claim(key, "request"));
      const waiting = [1, 2, 3].map(() => store.claim(key, "request"));
      await claim.release();
      const next = await Promise.race(waiting);
      await first(next).keep(answer);
      const kinds = (await Promise.all(waiting)).map(({ kind }) => kind);
      expect(kinds.toSorted()).toEqual(["first", "repeated", "repeated"]);
    });
  });
}

export function first(claim: Claim): Extract<Claim, { kind: "first" }> {
  if (claim.kind !== "first") throw new Error(`the claim is ${claim.kind}`);
  return claim;
}
