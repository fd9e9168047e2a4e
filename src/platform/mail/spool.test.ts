import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Letter } from "./letter.ts";
import { openSpool } from "./spool.ts";

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "spool-"));
  folder = join(parent, "mail");
});

afterEach(() => rm(parent, { recursive: true }));

async function write(...letters: readonly Letter[]): Promise<readonly string[]> {
  const spool = openSpool(folder, "Chatter <chat@example.org>");
  for (const letter of letters) await spool.carry(letter);
  return (await readdir(folder)).toSorted().map((name) => join(folder, name));
}

const to = "ada@example.org";

describe("the spool", () => {
  it("has one file a letter, which only the operator can read", async () => {
    const files = await write(
      { to, subject: "First", text: "" },
      { to, subject: "Second", text: "Tulips.\n" },
    );
    expect(files).toHaveLength(2);
    const [first = ""] = files;
    expect(await readFile(first, "utf8")).toContain("Subject: First\r\n");
    expect(((await stat(folder)).mode & 0o777).toString(8)).toBe("700");
    expect(((await stat(first)).mode & 0o777).toString(8)).toBe("600");
  });

  it("keeps the text as it was written, so that a link can be copied however long it is", async () => {
    const link = `https://chat.example.org/reset/${"a=1.b_2-".repeat(20)}`;
    const [file = ""] = await write({ to, subject: "Grüße", text: `Grüße!\n\n${link}\n` });
    const [head = "", ...body] = (await readFile(file, "utf8")).split("\r\n\r\n");
    expect(body).toEqual(["Grüße!", `${link}\r\n`]);
    expect(head.split("\r\n")).toEqual(
      expect.arrayContaining([
        "From: Chatter <chat@example.org>",
        "To: ada@example.org",
        "Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=",
        "Content-Transfer-Encoding: 8bit",
        "Content-Type: text/plain; charset=utf-8",
        "MIME-Version: 1.0",
      ]),
    );
  });

  it("cannot be given headers or further receivers by what a letter says", async () => {
    const [file = ""] = await write({ to, subject: "Hello\r\nBcc: eve@example.org", text: "" });
    expect(await readFile(file, "utf8")).not.toMatch(/^Bcc:/m);
  });
});
