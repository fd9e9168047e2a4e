// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { ChannelKind, ChannelService } from "../../../../../../gen/chatter/channel/v1/channel_pb.js";
import { refusalOf } from "../testing/refuse.ts";
import { show } from "../testing/show.tsx";
import { BrowseChannels } from "./browse-channels.tsx";

const channels = ["design", "launch", "launch-eu", "old-launch"].map((name) => ({
  id: `chn_${name}`,
  name,
  kind: ChannelKind.PUBLIC,
  memberCount: 3,
  archived: name.startsWith("old"),
}));

async function browse() {
  const asked: string[] = [];
  const dialog = await show(
    <BrowseChannels />,
    (router) =>
      router.service(ChannelService, {
        listChannels: ({ query, includeArchived }) => {
          asked.push(query);
          const found = channels.filter(({ name }) => name.includes(query));
          return { channels: found.filter(({ archived }) => includeArchived || !archived) };
        },
        joinChannel: ({ channelId }) => {
          if (channelId === "chn_launch") throw refusalOf("CHANNEL_ARCHIVED");
          const channel = channels.find(({ id }) => id === channelId);
          return { channel: { ...channel, memberCount: 4 }, membership: { channelId } };
        },
      }),
    { channel: channels[0], membership: { channelId: "chn_design" } },
  );
  await dialog.see("li");
  return { ...dialog, asked, names: () => dialog.read("li a") };
}

describe("browsing channels", () => {
  it("narrows what is here before the server is asked", async () => {
    const { names, type, asked, until } = await browse();
    expect(names()).toEqual(["design", "launch", "launch-eu"]);
    await type("[type=search]", "#Launch-");
    expect(names()).toEqual(["launch-eu"]);
    expect(asked).toEqual([""]);
    await until(() => expect(asked).toEqual(["", "launch-"]));
  });

  it("shows archived channels when they are asked for; they cannot be joined", async () => {
    const { click, names, until, read } = await browse();
    await click("[role=switch]");
    await until(() => expect(names()).toContain("old-launch"));
    expect(read("li button")).toEqual(["Join", "Join"]);
  });

  it("joins one after the other, and the focus stays in the list", async () => {
    const { click, read, until } = await browse();
    await click("[aria-label='Join launch-eu']");
    await until(() => expect(read("li")[2]).toContain("Joined"));
    expect(read("li")[2]).toContain("4 people");
    expect(document.activeElement?.textContent).toBe("launch-eu");
  });

  it("says why a channel cannot be joined", async () => {
    const { click, see, read } = await browse();
    await click("[aria-label='Join launch']");
    await see("[role=alert] p");
    expect(read("[role=alert]").join("")).toContain("The channel is archived");
  });
});
