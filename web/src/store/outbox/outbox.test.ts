import { create } from "@bufbuild/protobuf";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { MessageSchema } from "../../../../gen/chatter/message/v1/content_pb.js";
import { SendResultSchema } from "../../../../gen/chatter/notification/v1/realtime_pb.js";
import { fetchReasons } from "../../api/failure.ts";
import type { ToServer } from "../../realtime/socket.ts";
import { createMemoryCache } from "../cache/memory.ts";
import { createBrowser } from "../testing/browser.ts";
import { Outbox, type OutboxNews } from "./outbox.ts";

const me = "usr_me";
const channelId = "chn_1";

function createTab(browser = createBrowser<OutboxNews>(), cache = createMemoryCache(), id = "tab") {
  const network = { isUp: true, sent: [] as { clientId: string; text: string }[] };
  const tabs = browser.open(id);
  const send = (frame: ToServer) => {
    if (network.isUp && frame.case === "send") {
      network.sent.push({ clientId: frame.value.clientId ?? "", text: frame.value.text ?? "" });
    }
    return network.isUp;
  };
  const outbox = new Outbox({ me, cache, tabs, send, cursor: () => 10 });
  const sent = (clientId: string, seq = 11n) =>
    outbox.answered(create(SendResultSchema, { clientId, result: { case: "sent", value: { seq } } }));
  const refuse = (clientId: string, retryable: boolean, reason = "NOT_PERMITTED") => {
    const value = { reason, message: "No.", retryable };
    outbox.answered(create(SendResultSchema, { clientId, result: { case: "error", value } }));
  };
  const entry = (clientId: string, authorId = me) => {
    const message = create(MessageSchema, { clientId, authorId });
    const body = {
      case: "messagePosted",
      value: { $typeName: "chatter.message.v1.MessagePosted", message },
    } as const;
    outbox.applied({ seq: 1, at: 0, actorId: authorId, body });
  };
  const shown = () =>
    outbox.sendingIn(channelId).map(({ text, sending }) => `${text}: ${sending?.state ?? "stored"}`);
  const texts = () => network.sent.map(({ text }) => text);
  return { outbox, network, tabs, cache, browser, sent, refuse, entry, shown, texts };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeAll(fetchReasons);

describe("the outbox", () => {
  it("shows a message at once and lets go of it when its entry comes, whatever comes first", () => {
    const { outbox, sent, entry, shown } = createTab();
    const one = outbox.send({ channelId, text: "one" });
    expect(shown()).toEqual(["one: waiting"]);
    sent(one);
    expect(shown()).toEqual(["one: waiting"]);
    entry(one);
    const two = outbox.send({ channelId, text: "two" });
    entry(two);
    sent(two);
    expect(shown()).toEqual([]);
  });

  it("sends one after the other in a channel, and channels side by side", () => {
    const { outbox, sent, texts } = createTab();
    const one = outbox.send({ channelId, text: "one" });
    outbox.send({ channelId, text: "two" });
    outbox.send({ channelId: "chn_2", text: "elsewhere" });
    expect(texts()).toEqual(["one", "elsewhere"]);
    sent(one);
    expect(texts()).toEqual(["one", "elsewhere", "two"]);
  });

  it("sends again under the same name after the connection was lost", () => {
    const { outbox, network } = createTab();
    const one = outbox.send({ channelId, text: "one" });
    network.isUp = false;
    const two = outbox.send({ channelId, text: "two" });
    network.isUp = true;
    outbox.online();
    expect(network.sent.map(({ clientId }) => clientId)).toEqual([one, one]);
    outbox.answered(create(SendResultSchema, { clientId: one, result: { case: "sent", value: {} } }));
    expect(network.sent.at(-1)?.clientId).toBe(two);
  });

  it("lets go of what turns out to be stored since long", () => {
    const { outbox, sent, shown } = createTab();
    sent(outbox.send({ channelId, text: "one" }), 9n);
    expect(shown()).toEqual([]);
  });

  it("does not wait for ever for an answer", async () => {
    const { outbox, texts } = createTab();
    outbox.send({ channelId, text: "one" });
    await pass(15_000);
    expect(texts()).toEqual(["one", "one"]);
  });

  it("tries again what may work later, before what was written after it", async () => {
    const { outbox, refuse, texts, shown } = createTab();
    const one = outbox.send({ channelId, text: "one" });
    outbox.send({ channelId, text: "two" });
    refuse(one, true);
    await pass(500);
    expect(texts()).toEqual(["one", "one"]);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      refuse(one, true, "CHANNEL_BUSY");
      await pass(10_000);
    }
    expect(shown()[0]).toBe("one: failed");
    expect(texts()).toContain("two");
  });

  it("keeps what was refused, with the reason, until it is sent again or given up", () => {
    const { outbox, refuse, sent, entry, shown, network } = createTab();
    const one = outbox.send({ channelId, text: "one" });
    const two = outbox.send({ channelId, text: "two" });
    refuse(one, false);
    expect(shown()).toEqual(["one: failed", "two: waiting"]);
    expect(outbox.store.getState().get(one)?.failure?.text).toBe("You may not write in this channel.");
    sent(two);
    entry(two);
    outbox.retry(one);
    expect(network.sent.filter(({ clientId }) => clientId === one)).toHaveLength(2);
    refuse(one, false);
    outbox.discard(one);
    expect(shown()).toEqual([]);
  });

  it("does not take a message of somebody else for its own", () => {
    const { outbox, entry, shown } = createTab();
    entry(outbox.send({ channelId, text: "one" }), "usr_other");
    expect(shown()).toEqual(["one: waiting"]);
  });

  it("does not flood the server with what has gathered", async () => {
    const { outbox, network, sent } = createTab();
    network.isUp = false;
    for (let index = 0; index < 400; index += 1) outbox.send({ channelId, text: String(index) });
    network.isUp = true;
    outbox.online();
    for (let answered = 0; answered < network.sent.length; answered += 1) {
      sent(network.sent[answered]?.clientId ?? "");
    }
    const atOnce = network.sent.length;
    await pass(1_000);
    expect(atOnce).toBeLessThanOrEqual(200);
    expect(network.sent.length - atOnce).toBeLessThanOrEqual(40);
  });
});

describe("what was not sent", () => {
  it("survives a reload, in order and under the same names", async () => {
    const before = createTab();
    before.network.isUp = false;
    const names = ["one", "two"].map((text) => before.outbox.send({ channelId, text }));
    before.tabs.close();
    const after = createTab(before.browser, before.cache, "later");
    after.outbox.restore(await after.cache.all("outbox"));
    expect(after.network.sent.map(({ clientId }) => clientId)).toEqual(names.slice(0, 1));
    after.sent(names[0] ?? "");
    expect(after.network.sent.map(({ clientId }) => clientId)).toEqual(names);
  });

  it("is shown in every tab and sent by the one it was written in, or by another when that is gone", async () => {
    const first = createTab();
    const second = createTab(first.browser, first.cache, "second");
    first.network.isUp = false;
    first.outbox.send({ channelId, text: "one" });
    expect(second.shown()).toEqual(["one: waiting"]);
    expect(second.texts()).toEqual([]);
    first.tabs.close();
    expect(second.texts()).toEqual(["one"]);
  });

  it("is not sent again by a page that slept for days: the person is asked, and may send it", () => {
    const { outbox, network, texts, shown } = createTab();
    const one = outbox.send({ channelId, text: "one" });
    network.isUp = false;
    vi.setSystemTime(Date.now() + 7 * 24 * 60 * 60_000);
    network.isUp = true;
    outbox.online();
    expect(texts()).toEqual(["one"]);
    expect(shown()).toEqual(["one: failed"]);
    outbox.retry(one);
    expect(texts()).toEqual(["one", "one"]);
  });

  it("is not sent by itself after days: the person is asked", async () => {
    const before = createTab();
    before.network.isUp = false;
    before.outbox.send({ channelId, text: "one" });
    before.tabs.close();
    vi.setSystemTime(Date.now() + 7 * 24 * 60 * 60_000);
    const after = createTab(before.browser, before.cache, "later");
    after.outbox.restore(await after.cache.all("outbox"));
    expect(after.texts()).toEqual([]);
    expect(after.shown()).toEqual(["one: failed"]);
  });
});
