import { describe, expect, it } from "vitest";
import { readPassword } from "../domain/password.ts";
import { createPasswordHasher } from "./password-hasher.ts";

const password = readPassword("tulips in the snow");

describe("the password hasher", () => {
  it("makes Argon2id hashes that only the password fits", async () => {
    const hasher = createPasswordHasher();
    const hash = await hasher.hash(password);
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hasher.verify(password, hash)).toBe(true);
    expect(await hasher.verify(readPassword("tulips in the rain"), hash)).toBe(false);
    expect(await hasher.hash(password)).not.toBe(hash);
  });

  it("fits nothing where there is no account", async () => {
    const hasher = createPasswordHasher();
    expect(await hasher.verify(readPassword("nobody has this password"), undefined)).toBe(false);
  });

  it("works for a few at a time, has the next wait and turns the rest away", async () => {
    const hasher = createPasswordHasher({ atOnce: 1, waiting: 1 });
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => hasher.hash(password)));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
    expect(await hasher.verify(password, await hasher.hash(password))).toBe(true);
  });
});
