import { create } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DraftChangedSchema } from "../../../../gen/chatter/message/v1/log_pb.js";
import { DraftSchema } from "../../../../gen/chatter/message/v1/message_pb.js";
import type { Api } from "../../api/clients.ts";
import { createMemoryCache } from "../cache/memory.ts";
import { Drafts, isForChannel } from "./drafts.ts";

const place = { channelId: "chn_1" };

function createDevice(cache = createMemoryCache()) {
  const saveDraft = vi.fn<(request: { text: string }) => Promise<object>>(async () => ({}));
  const drafts = new Drafts({ api: { messages: { saveDraft } } as unknown as Api, cache });
  const changed = (text: string) => drafts.changed(create(DraftChangedSchema, { channelId: "chn_1", text }));
  const saved = () => saveDraft.mock.calls.map(([{ text }]) => text);
  return { drafts, cache, saveDraft, changed, saved };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("a draft", () => {
  it("is on this device at once and on the server a second after the last key", async () => {
    const { drafts, cache, saved } = createDevice();
    drafts.write(place, "h");
    await pass(900);
    drafts.write(place, "hi");
    await pass(900);
    expect(saved()).toEqual([]);
    expect(await cache.all("drafts")).toMatchObject([{ text: "hi", isSaved: false }]);
    await pass(100);
    expect(saved()).toEqual(["hi"]);
    expect(await cache.all("drafts")).toMatchObject([{ text: "hi", isSaved: true }]);
  });

  it("comes from another device", () => {
    const { drafts, changed } = createDevice();
    changed("begun there");
    expect(drafts.textAt(place)).toBe("begun there");
    changed("");
    expect(drafts.textAt(place)).toBe("");
  });

  it("is not replaced while it is written here", async () => {
    const { drafts, changed } = createDevice();
    drafts.write(place, "written here");
    changed("begun there");
    await pass(2_000);
    changed("begun there");
    expect(drafts.textAt(place)).toBe("written here");
    await pass(5_000);
    changed("gone on there");
    expect(drafts.textAt(place)).toBe("gone on there");
  });

  it("is gone at once when it was sent, and no echo brings it back", async () => {
    const { drafts, cache, changed, saved } = createDevice();
    drafts.write(place, "hi");
    await pass(1_000);
    drafts.write(place, "");
    await pass(0);
    expect(saved()).toEqual(["hi", ""]);
    changed("hi");
    expect(drafts.textAt(place)).toBe("");
    await pass(10_000);
    expect(await cache.all("drafts")).toEqual([]);
  });

  it("is saved in the order in which it was written, however slow the server is", async () => {
    const { drafts, saveDraft, saved } = createDevice();
    const answer = Promise.withResolvers<object>();
    saveDraft.mockReturnValueOnce(answer.promise);
    drafts.write(place, "slow");
    await pass(1_000);
    drafts.write(place, "");
    await pass(1_000);
    expect(saved()).toEqual(["slow"]);
    answer.resolve({});
    await pass(0);
    expect(saved()).toEqual(["slow", ""]);
  });

  it("survives a reload without a connection, and is saved with the next one", async () => {
    const before = createDevice();
    before.saveDraft.mockRejectedValue(new ConnectError("away", Code.Unavailable));
    before.drafts.write(place, "kept");
    await pass(1_000);
    before.drafts.close();
    const after = createDevice(before.cache);
    after.drafts.restore(await after.cache.all("drafts"));
    after.drafts.read([create(DraftSchema, { channelId: "chn_1", text: "older" })]);
    expect(after.drafts.textAt(place)).toBe("kept");
    after.drafts.flush();
    await pass(0);
    expect(after.saved()).toEqual(["kept"]);
  });

  it("is not offered to a server that refused it until it is changed", async () => {
    const { drafts, saveDraft } = createDevice();
    saveDraft.mockRejectedValue(new ConnectError("too many", Code.FailedPrecondition));
    drafts.write(place, "one");
    await pass(60_000);
    expect(saveDraft).toHaveBeenCalledOnce();
  });

  it("that another device dropped while this one was away is dropped here too", () => {
    const { drafts, changed } = createDevice();
    changed("begun there");
    drafts.read([]);
    expect(drafts.textAt(place)).toBe("");
  });
});

it("marks a channel only where something is to be said in the channel itself", () => {
  const draft = { channelId: "chn_1", text: "hi", writtenAt: 0, isSaved: true };
  expect(isForChannel(draft)).toBe(true);
  expect(isForChannel({ ...draft, threadRootId: "" })).toBe(true);
  expect(isForChannel({ ...draft, threadRootId: "msg_1" })).toBe(false);
  expect(isForChannel({ ...draft, text: " \n" })).toBe(false);
});
