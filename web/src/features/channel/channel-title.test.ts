import { describe, expect, it } from "vitest";
import { channelPlace, channelTitle } from "./channel-title.ts";

const me = "usr_mei";
const people = new Map([
  [me, { name: "Mei Tan" }],
  ["usr_a", { name: "Amara Okafor" }],
  ["usr_t", { name: "Tomás Ruiz" }],
]);
const direct = (...others: string[]) => ({
  kind: others.length > 1 ? ("group-direct" as const) : ("direct" as const),
  name: "",
  directUserIds: [me, ...others],
});
const title = (channel: Parameters<typeof channelTitle>[0]) => channelTitle(channel, people, me);

describe("the title of a channel", () => {
  it("is its name", () => {
    const channel = { kind: "public" as const, name: "launch", directUserIds: [] };
    expect(title(channel)).toBe("launch");
    expect(channelPlace(channel, "launch")).toBe("#launch");
  });

  it("is the other's name between two, and first names among more", () => {
    expect(title(direct("usr_a"))).toBe("Amara Okafor");
    expect(title(direct("usr_a", "usr_t"))).toBe("Amara, Tomás");
    expect(channelPlace(direct("usr_a"), "Amara Okafor")).toBe("Amara Okafor");
  });

  it("is one's own name for notes to oneself", () => {
    expect(title(direct())).toBe("Mei Tan (you)");
  });

  it("says so where somebody is not known yet", () => {
    expect(title(direct("usr_x"))).toBe("unknown");
  });
});
