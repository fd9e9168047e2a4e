// @vitest-environment happy-dom
import { Code } from "@connectrpc/connect";
import { describe, expect, it } from "vitest";
import {
  ChannelKind,
  ChannelService,
  type CreateChannelRequest,
} from "../../../../../gen/chatter/channel/v1/channel_pb.js";
import { CreateChannel } from "./create-channel.tsx";
import { refusalOf } from "./testing/refuse.ts";
import { show } from "./testing/show.tsx";

async function createChannel() {
  const asked: CreateChannelRequest[] = [];
  const dialog = await show(<CreateChannel />, (router) =>
    router.service(ChannelService, {
      createChannel: (request) => {
        asked.push(request);
        if (request.name === "general") throw refusalOf("NAME_TAKEN", Code.AlreadyExists);
        return { channel: { id: "chn_new" }, membership: { channelId: "chn_new" } };
      },
    }),
  );
  return { ...dialog, asked };
}

describe("a new channel", () => {
  it("gets a name out of what is typed, and is gone to", async () => {
    const { type, click, submit, asked, client, path, until } = await createChannel();
    await type("[name=name]", "Release Plan");
    await click("[value=private]");
    await type("[name=topic]", " Soon ");
    await submit();
    await until(() => expect(path()).toBe("/c/chn_new"));
    expect(asked).toMatchObject([{ name: "release-plan", kind: ChannelKind.PRIVATE, topic: "Soon" }]);
    expect(client.workspace.getState()?.channels.store.getState().mine.has("chn_new")).toBe(true);
  });

  it("says at the name that another channel has it", async () => {
    const { type, submit, see, read, container, path } = await createChannel();
    await type("[name=name]", "general");
    await submit();
    await see("[name=name][aria-invalid]");
    expect(read("[role=alert]")).toContain("Another channel has this name.");
    expect(container.contains(document.activeElement)).toBe(true);
    expect(path()).toBe("/");
  });

  it("is not asked for without a name, or with one that cannot be", async () => {
    const { type, submit, read, asked } = await createChannel();
    await submit();
    expect(read("[role=alert]")).toContain("Give the channel a name.");
    await type("[name=name]", "wow!");
    await submit();
    expect(read("[role=alert]")).toContain("Only letters, digits, dots, dashes and underscores.");
    expect(asked).toEqual([]);
  });
});
