import { describe, expect, it } from "vitest";
import { createIds } from "../../kernel/ids.ts";
import { type Appended, appendedCodec } from "./streams.ts";

const appended: Appended = {
  stream: createIds({ now: () => new Date() }).next("chn"),
  firstSeq: 2n ** 60n,
  entries: [Buffer.from([0, 255]), Buffer.from([])],
};

const travelled = (announcement: Appended): Appended =>
  appendedCodec.fromJson(JSON.parse(JSON.stringify(appendedCodec.toJson(announcement))));

describe("an announcement", () => {
  it("arrives at another server as it was made", () => {
    expect(travelled(appended)).toEqual(appended);
  });

  it("that is too long still tells how far the stream goes", () => {
    const short = appendedCodec.shorten?.(appended);
    expect(short && travelled(short)).toEqual({ ...appended, firstSeq: 2n ** 60n + 2n, entries: [] });
  });
});
