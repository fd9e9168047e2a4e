import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { EntrySchema } from "../../../../gen/chatter/stream/v1/entry_pb.js";
import { messageAt } from "../../features/message/testing/message.ts";
import { fold } from "./fold.ts";
import type { Message, Poll } from "./message.ts";

type Body = NonNullable<MessageInitShape<typeof EntrySchema>["body"]>;

const after = (message: Message, ...bodies: readonly Body[]): Message =>
  bodies.reduce((before, body) => {
    const entry = create(EntrySchema, { body });
    return fold(before, { seq: 2, at: 1_000, actorId: "usr_1", body: entry.body }, "usr_me");
  }, message);

const poll: Poll = {
  options: [
    { id: 1, text: "Tea", votes: 0 },
    { id: 2, text: "Coffee", votes: 3 },
  ],
  ...{ multiple: false, anonymous: false, open: true, closesAt: undefined, closedAt: undefined },
  voters: 3,
};

describe("a poll after entries of the log", () => {
  const asked = { ...messageAt(1), poll };
  const messageId = asked.id;
  const tallied: Body = {
    case: "pollTallied",
    value: { messageId, options: [{ optionId: 1, votes: 4 }], voters: 7 },
  };

  it("has the counts that came last, however often they came", () => {
    const once = after(asked, tallied).poll;
    expect(once?.options.map(({ votes }) => votes)).toEqual([4, 3]);
    expect(once?.voters).toBe(7);
    expect(after(asked, tallied, tallied).poll).toEqual(once);
  });

  it("has the options that were added, and is closed", () => {
    const option = { id: 3, text: "Water", addedBy: "usr_2" };
    const changed = after(
      asked,
      { case: "pollOptionAdded", value: { messageId, option } },
      { case: "pollClosed", value: { messageId } },
    );
    expect(changed.poll?.options.at(-1)).toEqual({ id: 3, text: "Water", votes: 0 });
    expect(changed.poll?.closedAt).toBe(1_000);
  });

  it("is gone with its message", () => {
    expect(after(asked, { case: "messageDeleted", value: { messageId } }).poll).toBeUndefined();
  });
});

describe("previews after entries of the log", () => {
  it("are those that came last, without those that were removed", () => {
    const message = messageAt(1);
    const page = (url: string) => ({ url, title: url, description: "", siteName: "" });
    const previews = [page("https://a.example/"), page("https://b.example/")];
    const shown = after(
      message,
      { case: "linksPreviewed", value: { messageId: message.id, previews } },
      { case: "previewRemoved", value: { messageId: message.id, url: "https://a.example/" } },
    );
    expect(shown.previews).toEqual([page("https://b.example/")]);
  });
});
