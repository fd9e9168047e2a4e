import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ChannelKind } from "../../../gen/chatter/channel/v1/channel_pb.js";
import { parseId } from "../../kernel/ids.ts";
import { refusalOf } from "../../platform/rpc/testing/refusal.ts";
import { freshName } from "./testing/open.ts";
import { factsIn, readStream } from "./testing/stream.ts";
import { type ChannelWorld, createChannelWorld, type Person } from "./testing/world.ts";

let world: ChannelWorld;
beforeAll(async () => {
  world = await createChannelWorld();
});
afterAll(() => world.close());

async function scene() {
  const ada = await world.person();
  const kind = ChannelKind.PRIVATE;
  const { channel } = await ada.api.createChannel({ kind, name: freshName(), topic: "", description: "" });
  const channelId = channel?.id ?? "";
  const add = async (by: Person, title: string) =>
    (await by.api.addBookmark({ channelId, title, url: `https://example.org/${title}`, emoji: "" })).channel
      ?.bookmarks ?? [];
  return { ada, channelId, add };
}

describe("the bookmarks of a channel", () => {
  it("are added, changed, placed and removed, and told to everybody in its log", async () => {
    const { ada, channelId, add } = await scene();
    await add(ada, "plan");
    const [plan, notes] = await add(ada, "notes");
    const bookmarkId = notes?.id ?? "";
    await ada.api.placeBookmark({ channelId, bookmarkId, beforeId: plan?.id ?? "" });
    await ada.api.updateBookmark({
      channelId,
      bookmarkId,
      title: " Notes ",
      url: "http://a.example",
      emoji: "📝",
    });
    const { channel } = await ada.api.removeBookmark({ channelId, bookmarkId: plan?.id ?? "" });
    const left = [{ id: bookmarkId, title: "Notes", url: "http://a.example", emoji: "📝" }];
    expect(channel?.bookmarks).toMatchObject(left);
    expect((await ada.api.getChannel({ channelId })).channel?.bookmarks).toMatchObject(left);
    const log = await readStream(world.streams, parseId("chn", channelId));
    expect(factsIn(log).slice(2)).toEqual(Array.from({ length: 5 }, () => "channelChanged"));
    expect(log.at(-1)?.body).toMatchObject({ value: { channel: { bookmarks: left } } });
  });

  it("are for whoever may write there, and unseen by others", async () => {
    const { ada, channelId, add } = await scene();
    const [member, stranger] = [await world.person(), await world.person()];
    await ada.api.addMembers({ channelId, userIds: [member.userId] });
    expect(await add(member, "mine")).toHaveLength(1);
    expect(await refusalOf(add(stranger, "theirs"))).toMatch(/NOT_FOUND|NotFound/);
    await ada.api.archiveChannel({ channelId });
    expect(await refusalOf(add(member, "late"))).toMatch(/DENIED|ARCHIVED/);
  });

  it("lead to pages of the web and to nothing else", async () => {
    const { ada, channelId } = await scene();
    const url = "javascript:alert(1)";
    const wish = ada.api.addBookmark({ channelId, title: "x", url, emoji: "" });
    expect(await refusalOf(wish)).toBe("INVALID_ARGUMENT");
  });
});
