import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { Code, ConnectError } from "@connectrpc/connect";
import { describe, expect, it, vi } from "vitest";
import { MembershipSchema, MyChannelSchema } from "../../../../gen/chatter/channel/v1/channel_pb.js";
import { UnreadSchema } from "../../../../gen/chatter/message/v1/message_pb.js";
import { EntrySchema } from "../../../../gen/chatter/stream/v1/entry_pb.js";
import type { Api } from "../../api/clients.ts";
import { Channels } from "./channels.ts";

const ids = ["chn_1", "chn_2"];

function createSidebar() {
  const placeChannels = vi.fn(async ({ places }: { places: { channelId: string; position: number }[] }) => ({
    memberships: places.map((place) => create(MembershipSchema, place)),
  }));
  const channels = new Channels({ me: "usr_1", api: { channels: { placeChannels } } as unknown as Api });
  const membership = (channelId: string) => ({ channelId, position: 1 });
  channels.read(
    ids.map((id) => create(MyChannelSchema, { channel: { id }, membership: membership(id) })),
    ids.map((channelId) => create(UnreadSchema, { channelId })),
  );
  const shown = (id: string) => channels.store.getState().mine.get(id);
  return { channels, placeChannels, places: () => ids.map((id) => shown(id)?.membership.position), shown };
}

describe("placing channels", () => {
  const wish = new Map([
    ["chn_1", 5],
    ["chn_2", 4],
  ]);

  it("shows them there at once and tells the server of all in one call", async () => {
    const { channels, placeChannels, places } = createSidebar();
    const placed = channels.place(wish);
    expect(places()).toEqual([5, 4]);
    await placed;
    expect(places()).toEqual([5, 4]);
    expect(placeChannels).toHaveBeenCalledOnce();
  });

  it("brings them back where they were when the server refuses", async () => {
    const { channels, placeChannels, places } = createSidebar();
    placeChannels.mockRejectedValue(new ConnectError("away", Code.Unavailable));
    await expect(channels.place(wish)).rejects.toThrow("away");
    expect(places()).toEqual([1, 1]);
  });
});

describe("when something was last said", () => {
  const posted = (seq: number, at: number, message: { threadRootId?: string; alsoInChannel?: boolean }) => ({
    seq,
    at,
    actorId: "usr_2",
    body: create(EntrySchema, {
      body: {
        case: "messagePosted",
        value: { message: { id: `msg_${seq}`, authorId: "usr_2", ...message } },
      },
    }).body,
  });

  it("is told with the counts, and never goes back", () => {
    const { channels, shown } = createSidebar();
    const told = (ms: number) =>
      channels.counted([create(UnreadSchema, { channelId: "chn_1", latestAt: timestampFromMs(ms) })]);
    told(2_000);
    told(1_000);
    expect([shown("chn_1")?.latestAt, shown("chn_2")?.latestAt]).toEqual([2_000, 0]);
  });

  it("follows what is said in the channel, not what is said in a thread alone", () => {
    const { channels, shown } = createSidebar();
    channels.applied("chn_1", posted(1, 1_000, {}));
    channels.applied("chn_1", posted(2, 2_000, { threadRootId: "msg_1" }));
    expect(shown("chn_1")?.latestAt).toBe(1_000);
    channels.applied("chn_1", posted(3, 3_000, { threadRootId: "msg_1", alsoInChannel: true }));
    expect(shown("chn_1")?.latestAt).toBe(3_000);
  });
});
