import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LogEntry } from "../../realtime/streams.ts";
import { fold } from "./fold.ts";
import { Intents, type Wish } from "./intents.ts";
import type { Message } from "./message.ts";

const me = "usr_me";
const stored: Message = {
  key: "msg_1",
  id: "msg_1",
  channelId: "chn_1",
  seq: 1,
  authorId: me,
  clientId: "",
  text: "text",
  postedAt: 0,
  mentions: { userIds: [], channel: false, here: false },
  threadRootId: undefined,
  alsoInChannel: false,
  thread: undefined,
  reactions: [{ emoji: "👍", count: 1, userIds: ["usr_other"], mine: false }],
  editedAt: undefined,
  deletedAt: undefined,
  pin: undefined,
  sending: undefined,
};

function reacted(kind: "reactionAdded" | "reactionRemoved", userId = me): LogEntry {
  const value = { messageId: "msg_1", emoji: "👍", userId };
  const body =
    kind === "reactionAdded"
      ? ({ case: kind, value: { $typeName: "chatter.message.v1.ReactionAdded", ...value } } as const)
      : ({ case: kind, value: { $typeName: "chatter.message.v1.ReactionRemoved", ...value } } as const);
  return { seq: 2, at: 0, actorId: userId, body };
}

/** A message on screen, with the entries that have come. */
function show() {
  let message = stored;
  const changed = vi.fn<() => void>();
  const intents = new Intents(me, changed);
  const apply = (entry: LogEntry) => {
    message = fold(message, entry, me);
    intents.applied(entry);
  };
  const shown = () => intents.show(message);
  const count = () => shown().reactions.find(({ emoji }) => emoji === "👍")?.count ?? 0;
  return { intents, changed, apply, shown, count };
}

const like = { kind: "react", emoji: "👍", on: true } as const;
const unlike = { ...like, on: false };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a wish", () => {
  it("is shown at once, and counts once whether entry or answer comes first", async () => {
    for (const entryFirst of [true, false]) {
      const { intents, apply, count } = show();
      const answer = Promise.withResolvers<void>();
      const done = intents.want("msg_1", like, () => answer.promise);
      expect(count()).toBe(2);
      if (entryFirst) apply(reacted("reactionAdded"));
      expect(count()).toBe(2);
      answer.resolve();
      await done;
      expect(count()).toBe(2);
      if (!entryFirst) apply(reacted("reactionAdded"));
      expect(count()).toBe(2);
      // From here on only the log counts: another device takes it back.
      apply(reacted("reactionRemoved"));
      expect(count()).toBe(1);
    }
  });

  it("is taken back when the server refuses", async () => {
    const { intents, count } = show();
    const done = intents.want("msg_1", like, () => Promise.reject(new Error("no")));
    expect(count()).toBe(2);
    await expect(done).rejects.toThrow("no");
    expect(count()).toBe(1);
  });

  it("that changes while it is under way ends as it was wished last, without a flicker", async () => {
    const { intents, apply, count } = show();
    const acts: Wish[] = [];
    const answers = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const act = (wish: Wish) => {
      acts.push(wish);
      return answers[acts.length - 1]?.promise ?? Promise.resolve();
    };
    const done = intents.want("msg_1", like, act);
    await intents.want("msg_1", unlike, act);
    expect(count()).toBe(1);
    answers[0]?.resolve();
    await vi.advanceTimersByTimeAsync(0);
    apply(reacted("reactionAdded"));
    expect(count()).toBe(1);
    answers[1]?.resolve();
    await done;
    expect(count()).toBe(1);
    apply(reacted("reactionRemoved"));
    expect(count()).toBe(1);
    expect(acts).toEqual([like, unlike]);
  });

  it("that changed nothing on the server is forgotten", async () => {
    const { intents, count } = show();
    await intents.want("msg_1", like, async () => undefined);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(count()).toBe(1);
  });

  it("leaves the message the same object where it is so already, and as long as nothing changes", async () => {
    const { intents, shown } = show();
    expect(shown()).toBe(stored);
    const take = intents.hold("msg_1", { kind: "delete" });
    expect(shown()).toMatchObject({ text: "", reactions: [] });
    expect(shown()).toBe(shown());
    take();
    expect(shown()).toBe(stored);
  });

  it("of an edit or a pin is shown too", () => {
    const { intents, shown } = show();
    intents.hold("msg_1", { kind: "edit", text: "better" });
    intents.hold("msg_1", { kind: "pin", on: true });
    expect(shown()).toMatchObject({ text: "better", pin: { by: me } });
    expect(shown().editedAt).toBeDefined();
  });
});
