import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSpool } from "./spool.ts";

let parent: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "spool-"));
});

afterEach(() => rm(parent, { recursive: true }));

describe("the spool", () => {
  it("has one file a letter, which only the operator can read", async () => {
    const folder = join(parent, "mail");
    const spool = openSpool(folder, "Chatter <chat@example.org>");
    const to = "ada@example.org";
    await spool.carry({ to, subject: "First", text: "https://chat.example.org/reset/abc\n" });
    await spool.carry({ to, subject: "Second", text: "Tulips.\n" });

    const names = await readdir(folder);
    expect(names).toHaveLength(2);
    const [first = ""] = names.toSorted();
    const text = await readFile(join(folder, first), "utf8");
    expect(text).toContain("To: ada@example.org");
    expect(text).toContain("https://chat.example.org/reset/abc");
    expect(((await stat(folder)).mode & 0o777).toString(8)).toBe("700");
    expect(((await stat(join(folder, first))).mode & 0o777).toString(8)).toBe("600");
  });
});
