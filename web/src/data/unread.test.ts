import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import type { MessageSchema } from "../../../gen/chatter/message/v1/content_pb.js";
import { UnreadSchema } from "../../../gen/chatter/message/v1/message_pb.js";
import { EntrySchema } from "../../../gen/chatter/stream/v1/entry_pb.js";
import { type Count, countedBy, countedMost, recounted, totalOf, withCounted } from "./unread.ts";

const told = (head: bigint, messages: number, mentions = 0) =>
  create(UnreadSchema, { channelId: "chn_1", head, messages, mentions });

function entry(body: MessageInitShape<typeof EntrySchema>["body"] & object) {
  return create(EntrySchema, { body });
}

const posted = (seq: bigint, message: MessageInitShape<typeof MessageSchema> = {}) =>
  entry({
    case: "messagePosted",
    value: { message: { id: `msg_${seq}`, authorId: "usr_other", ...message } },
  });

function after(count: Count, seq: bigint, what = posted(seq)): Count {
  const next = withCounted(count, seq, what, "usr_me");
  return next === "ask" ? expect.unreachable("the client can tell this itself") : next;
}

describe("the unread count", () => {
  it("grows with messages of others, and not with one's own or hidden replies", () => {
    let count = countedBy(told(10n, 2));
    count = after(count, 11n);
    count = after(count, 12n, posted(12n, { authorId: "usr_me" }));
    count = after(count, 13n, posted(13n, { threadRootId: "msg_1" }));
    count = after(count, 14n, posted(14n, { threadRootId: "msg_1", alsoInChannel: true }));
    expect(totalOf(count, 5n)).toEqual({ messages: 4, mentions: 0 });
  });

  it("counts mentions of me, of everybody, and those in threads", () => {
    let count = countedBy(told(10n, 0));
    count = after(count, 11n, posted(11n, { mentions: { userIds: ["usr_me"] } }));
    count = after(count, 12n, posted(12n, { mentions: { here: true } }));
    count = after(count, 13n, posted(13n, { threadRootId: "msg_1", mentions: { channel: true } }));
    expect(totalOf(count, 10n)).toEqual({ messages: 2, mentions: 3 });
  });

  it("counts an entry once, even if it comes again or the server counted it already", () => {
    let count = after(countedBy(told(10n, 1)), 10n);
    count = after(after(count, 11n), 11n);
    expect(totalOf(count, 0n).messages).toBe(2);
  });

  it("falls with reading, exactly so after what the server counted", () => {
    const count = after(after(countedBy(told(10n, 5, 1)), 11n), 12n);
    expect(totalOf(count, 11n)).toEqual({ messages: 1, mentions: 0 });
    expect(totalOf(count, 12n)).toEqual({ messages: 0, mentions: 0 });
  });

  it("keeps what came after the server counted again", () => {
    const count = recounted(after(after(countedBy(told(10n, 5)), 11n), 12n), told(11n, 3));
    expect(totalOf(count, 0n).messages).toBe(4);
  });

  it("forgets a deleted message, and asks when the server had counted it", () => {
    const deleted = entry({ case: "messageDeleted", value: { messageId: "msg_11" } });
    expect(totalOf(after(after(countedBy(told(10n, 5)), 11n), 12n, deleted), 0n).messages).toBe(5);
    expect(withCounted(countedBy(told(10n, 5)), 11n, deleted, "usr_me")).toBe("ask");
  });

  it("follows an edit that begins or ceases to mention me", () => {
    const edit = (userIds: string[]) =>
      entry({ case: "messageEdited", value: { messageId: "msg_11", mentions: { userIds } } });
    const count = after(after(countedBy(told(10n, 0)), 11n), 12n, edit(["usr_me"]));
    expect(totalOf(count, 0n).mentions).toBe(1);
    expect(totalOf(after(count, 13n, edit([])), 0n).mentions).toBe(0);
  });

  it("stops where badges stop", () => {
    let count = countedBy(told(10n, 0));
    for (let seq = 11n; seq < 400n; seq += 1n) count = after(count, seq);
    expect(totalOf(count, 0n).messages).toBe(countedMost);
  });
});
