import { describe, expect, it } from "vitest";
import type { ModuleManifest } from "../../src/kernel/manifest.ts";
import { contextPages } from "./context-pages.ts";

const channel: ModuleManifest = {
  name: "channel",
  purpose: "Where people talk.",
  owns: ["Channel"],
  dependsOn: [],
  ports: [],
  publishes: ["ChannelArchived"],
  listens: [],
};
const message: ModuleManifest = {
  ...channel,
  name: "message",
  purpose: "What people say.",
  dependsOn: ["channel", "stream"],
  listens: ["channel.ChannelArchived"],
};

describe("the context pages", () => {
  const pages = contextPages([channel, message]);

  it("are one per context and a map", () => {
    expect([...pages.keys()]).toEqual(["README.md", "channel.md", "message.md"]);
    expect(pages.get("README.md")).toContain("  message --> channel\n```");
  });

  it("show a dependency from both ends", () => {
    expect(pages.get("message.md")).toContain(
      "## Depends on the contracts of\n\n- [channel](channel.md)\n- `stream`",
    );
    expect(pages.get("channel.md")).toContain("## Is depended on by\n\n- [message](message.md)");
  });

  it("name shared packages without drawing them as contexts", () => {
    expect(pages.get("README.md")).not.toContain("stream");
  });

  it("leave out what a context has nothing of", () => {
    expect(pages.get("channel.md")).not.toContain("Listens to");
  });
});
