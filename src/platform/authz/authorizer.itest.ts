import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { channelResource, orgResource } from "./authorizer.ts";
import { type Club, newChannel, newOrg, newUser, openClub, related } from "./testing/club.ts";

let club: Club;

beforeEach(async () => {
  club = await openClub();
});

afterEach(async () => {
  await club.close();
});

describe("the authorizer", () => {
  it("permits by what is written, over arrows too", async () => {
    const server = club.openServer();
    const [org, channel, ann, bob] = [newOrg(), newChannel(), newUser(), newUser()];
    await club.touch(
      server,
      related(org, "member", ann),
      related(channel, "public", org),
      related(channel, "member", bob),
    );
    expect(await server.check(ann, "browse", orgResource(org))).toBe(true);
    expect(await server.check(ann, "view", channelResource(channel))).toBe(true);
    expect(await server.check(ann, "send_message", channelResource(channel))).toBe(false);
    expect(await server.check(bob, "send_message", channelResource(channel))).toBe(true);
    expect(await server.check(bob, "browse", orgResource(org))).toBe(false);
  });
});
