import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { Code, ConnectError, createRouterTransport, type ServiceImpl } from "@connectrpc/connect";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  ChannelKind,
  ChannelService,
  type MarkReadRequest,
} from "../../../gen/chatter/channel/v1/channel_pb.js";
import { MessageService } from "../../../gen/chatter/message/v1/message_pb.js";
import { EntrySchema } from "../../../gen/chatter/stream/v1/entry_pb.js";
import { createCache } from "./cache.ts";
import { totalsOf } from "./channel-list.ts";
import { createChannels } from "./channels.ts";
import { createClients } from "./clients.ts";
import { openDatabase } from "./database.ts";
import { createStreams } from "./streams.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Server {
  readonly channel?: Partial<ServiceImpl<typeof ChannelService>>;
  readonly message?: Partial<ServiceImpl<typeof MessageService>>;
}

const general = { id: "chn_general", name: "general", kind: ChannelKind.PUBLIC };

function open({ channel, message }: Server = {}, database = openDatabase()) {
  const transport = createRouterTransport((router) => {
    router.service(ChannelService, {
      listMyChannels: () => ({
        channels: [{ channel: general, membership: { channelId: general.id, readSeq: 8n } }],
      }),
      markRead: ({ channelId, seq }) => ({ membership: { channelId, readSeq: seq } }),
      ...channel,
    });
    router.service(MessageService, {
      listUnread: () => ({ channels: [{ channelId: general.id, head: 10n, messages: 2 }] }),
      ...message,
    });
  });
  const streams = createStreams({
    send: () => true,
    apply: (stream, seq, entry) => channels.hear(stream, seq, entry),
    reset: () => channels.recount(),
    refused: () => undefined,
  });
  const channels = createChannels({
    clients: createClients(transport),
    streams,
    cache: createCache(database),
    me: "usr_me",
  });
  const hear = (
    seq: bigint,
    body: MessageInitShape<typeof EntrySchema>["body"] & object,
    stream: string = general.id,
  ) => channels.hear(stream, seq, create(EntrySchema, { body }));
  const post = (seq: bigint) =>
    hear(seq, { case: "messagePosted", value: { message: { id: `msg_${seq}`, authorId: "usr_other" } } });
  return { channels, streams, hear, post, shown: () => channels.store.get(general.id) };
}

describe("the person's channels", () => {
  it("come with what is unread, and count on from there", async () => {
    const { channels, streams, post, shown } = open();
    await channels.load();
    expect(shown()).toMatchObject({ channel: { name: "general" }, unread: 2, mentions: 0 });
    expect(streams.cursors()).toEqual([{ stream: general.id, seq: 10n }]);
    post(11n);
    expect(shown()?.unread).toBe(3);
  });

  it("are there at the next visit before the server answers", async () => {
    const database = openDatabase();
    const first = open({}, database);
    await first.channels.load();
    first.post(11n);
    await vi.advanceTimersByTimeAsync(2_000);
    const { channels, shown } = open({}, database);
    expect(await channels.restore()).toBe(true);
    expect(shown()?.unread).toBe(3);
  });

  it("are read at once, and the server hears of it at most twice a second", async () => {
    const markRead = vi.fn(({ channelId, seq }) => ({ membership: { channelId, readSeq: seq } }));
    const { channels, post, shown } = open({ channel: { markRead } });
    await channels.load();
    for (const seq of [11n, 12n, 13n]) post(seq);
    for (const seq of [11n, 12n, 13n, 12n]) channels.markRead(general.id, seq);
    expect(shown()?.unread).toBe(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(markRead.mock.calls.map(([{ seq }]) => seq)).toEqual([11n, 13n]);
  });

  it("do not go back to an older position that the server still tells", async () => {
    const { channels, hear, shown } = open({ channel: { markRead: () => new Promise(() => undefined) } });
    await channels.load();
    channels.markRead(general.id, 10n);
    const membership = { channelId: general.id, readSeq: 9n };
    hear(5n, { case: "membershipChanged", value: { membership } }, "usr_me");
    expect(shown()).toMatchObject({ unread: 0, membership: { readSeq: 10n } });
  });

  it("follow what was read on another device", async () => {
    const { channels, hear, shown } = open();
    await channels.load();
    const membership = { channelId: general.id, readSeq: 10n };
    hear(5n, { case: "membershipChanged", value: { membership } }, "usr_me");
    expect(shown()?.unread).toBe(0);
  });

  it("are told to the server once it can be reached again", async () => {
    let attempts = 0;
    const markRead = ({ channelId, seq }: MarkReadRequest) => {
      attempts += 1;
      if (attempts === 1) throw new ConnectError("busy", Code.Unavailable);
      return { membership: { channelId, readSeq: seq } };
    };
    const { channels } = open({ channel: { markRead } });
    await channels.load();
    channels.markRead(general.id, 10n);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(attempts).toBe(2);
  });

  it("come and go with one's membership, and are counted when they come", async () => {
    const { channels, streams, hear } = open({
      message: {
        listUnread: () => ({
          channels: [
            { channelId: general.id, head: 10n },
            { channelId: "chn_new", head: 4n, messages: 1 },
          ],
        }),
      },
    });
    await channels.load();
    const channel = { id: "chn_new", name: "new" };
    hear(5n, { case: "channelAdded", value: { channel, membership: { channelId: "chn_new" } } }, "usr_me");
    await vi.advanceTimersByTimeAsync(500);
    expect(channels.store.get("chn_new")).toMatchObject({ channel: { name: "new" }, unread: 1 });
    expect(streams.cursor("chn_new")).toBe(4n);
    hear(6n, { case: "channelRemoved", value: { channelId: "chn_new" } }, "usr_me");
    expect(channels.store.get("chn_new")).toBeUndefined();
    expect(streams.cursor("chn_new")).toBeUndefined();
  });

  it("take a star back that the server refused", async () => {
    const { channels, shown } = open({
      channel: {
        updateMembership: () => {
          throw new ConnectError("No.", Code.PermissionDenied);
        },
      },
    });
    await channels.load();
    const starring = channels.star(general.id, true);
    expect(shown()?.membership.starred).toBe(true);
    await expect(starring).rejects.toThrow("No.");
    expect(shown()?.membership.starred).toBe(false);
  });

  it("add up to what the title shows, without those that were silenced", async () => {
    const { channels, post } = open();
    await channels.load();
    post(11n);
    const all = () => [...channels.store.entries()].map(([, one]) => one);
    expect(totalsOf(all())).toEqual({ channels: 1, calls: 0 });
    const direct = all().map((one) => ({ ...one, channel: { ...one.channel, kind: ChannelKind.DIRECT } }));
    expect(totalsOf(direct)).toEqual({ channels: 1, calls: 3 });
  });
});
