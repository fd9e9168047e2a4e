import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type Chunk, createPartWriter } from "./part-writer.ts";

const line = (text: string) => ({ type: "message", version: 1, text });

describe("a part of an export", () => {
  it("is one file of all its lines, though each chunk stands for itself", async () => {
    const chunks: Chunk[] = [];
    const writer = createPartWriter(3, async (chunk) => {
      chunks.push(chunk);
    });
    const texts = Array.from({ length: 30 }, (_, n) => `${n} ${"x".repeat(100_000)}`);
    for (const text of texts) await writer.write([line(text)], { messages: 1 });
    const next = await writer.close();

    expect(chunks.length).toBeGreaterThan(1);
    expect(chunks.map(({ n }) => n)).toEqual(chunks.map((_, index) => 3 + index));
    expect(next).toBe(3 + chunks.length);
    expect(chunks.reduce((sum, { messages }) => sum + messages, 0)).toBe(texts.length);
    const file = gunzipSync(Buffer.concat(chunks.map(({ bytes }) => bytes)));
    const lines = file.toString().trimEnd().split("\n");
    expect(lines.map((text) => (JSON.parse(text) as { text: string }).text)).toEqual(texts);
  });

  it("says when there is enough for one step", async () => {
    const writer = createPartWriter(0, async () => undefined);
    await writer.write([line("x".repeat(4_000_000))]);
    expect(writer.enough()).toBe(false);
    await writer.write([line("x".repeat(5_000_000))]);
    expect(writer.enough()).toBe(true);
  });

  it("has no chunk where nothing was written", async () => {
    const writer = createPartWriter(0, () => expect.unreachable("there is nothing to keep"));
    expect(await writer.close()).toBe(0);
  });
});
