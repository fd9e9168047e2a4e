import { describe, expect, it } from "vitest";
import type { UserId } from "../../../kernel/ids.ts";
import type { StreamSource } from "../application/ports.ts";
import type { Run, StreamId } from "../domain/stream.ts";
import { left, posted, seen } from "./entries.ts";
import { userId } from "./ids.ts";

export interface StreamSourceUnderTest {
  readonly source: StreamSource;
  /** A stream that nobody has written to. */
  fresh(): StreamId;
  append(stream: StreamId, ...entries: Uint8Array[]): Promise<void>;
}

/** What the delivery relies on, whatever keeps the streams. */
export function describeStreamSource(name: string, open: () => StreamSourceUnderTest): void {
  describe(`streams ${name}`, () => {
    const bytesOf = (run: Run) => run.entries.map(({ bytes }) => Buffer.from(bytes));
    const texts = (...said: string[]) => said.map((text) => Buffer.from(posted(text)));

    it("are read from a position on, with the head of that moment", async () => {
      const { source, fresh, append } = open();
      const stream = fresh();
      await append(stream, posted("a"), posted("b"), posted("c"));
      const page = await source.read(stream, 2, 10);
      expect([page.run.first, page.head]).toEqual([2, 3]);
      expect(bytesOf(page.run)).toEqual(texts("b", "c"));
      expect(bytesOf((await source.read(stream, 1, 2)).run)).toEqual(texts("a", "b"));
    });

    it("end where they end", async () => {
      const { source, fresh, append } = open();
      const stream = fresh();
      await append(stream, posted("a"));
      expect(await source.read(stream, 2, 10)).toEqual({ run: { first: 2, entries: [] }, head: 1 });
      expect(await source.read(fresh(), 1, 10)).toEqual({ run: { first: 1, entries: [] }, head: 0 });
    });

    it("tell what their entries mean", async () => {
      const { source, fresh, append } = open();
      const stream = fresh();
      const ada: UserId = userId(1);
      await append(stream, left(ada));
      const [entry] = (await source.read(stream, 1, 1)).run.entries;
      expect(entry?.meaning).toEqual(seen(left(ada)).meaning);
    });

    it("tell their heads, those without an entry none", async () => {
      const { source, fresh, append } = open();
      const [written, empty] = [fresh(), fresh()];
      await append(written, posted("a"), posted("b"));
      expect(await source.heads([written, empty])).toEqual(new Map([[written, 2]]));
      expect(await source.heads([])).toEqual(new Map());
    });

    it("announce what was appended, once it can be read", async () => {
      const { source, fresh, append } = open();
      const stream = fresh();
      const announced: Run[] = [];
      const stop = source.subscribe((from, run) => from === stream && announced.push(run));
      await append(stream, posted("a"));
      await append(stream, posted("b"), posted("c"));
      stop();
      await append(stream, posted("d"));
      expect(announced.map(({ first }) => first)).toEqual([1, 2]);
      expect(announced.flatMap(bytesOf)).toEqual(texts("a", "b", "c"));
    });
  });
}
