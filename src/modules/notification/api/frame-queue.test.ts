import { describe, expect, it } from "vitest";
import { createFrame } from "../../../platform/realtime/frame.ts";
import { FrameQueue } from "./frame-queue.ts";

const frame = (text: string) => createFrame(text.length, (payload) => payload.write(text));
const textOf = ({ payload }: { readonly payload: Uint8Array }) => Buffer.from(payload).toString();

describe("a queue of frames", () => {
  it("hands out what was written, in order, as it is asked for", async () => {
    let drains = 0;
    const queue = new FrameQueue(() => drains++);
    const taken = queue.taken();
    const first = taken.next();
    queue.write([frame("one"), frame("two")]);
    expect(textOf((await first).value)).toBe("one");
    expect(queue.buffered).toBe(10);
    expect(textOf((await taken.next()).value)).toBe("two");
    expect([queue.buffered, drains]).toEqual([5, 0]);
    const third = taken.next();
    queue.write([frame("three")]);
    expect(textOf((await third).value)).toBe("three");
    expect(drains).toBe(1);
  });

  it("hands out what is left when it is closed, and then ends", async () => {
    const queue = new FrameQueue(() => {});
    queue.write([frame("last")]);
    queue.close();
    const rest = [];
    for await (const each of queue.taken()) rest.push(textOf(each));
    expect(rest).toEqual(["last"]);
  });
});
