import { describe, expect, it } from "vitest";
import { channelId, userId } from "../testing/ids.ts";
import { ephemeral, quietServers } from "../testing/quiet-server.ts";

const [ada, bob, cem] = [userId(1), userId(2), userId(3)];
const channel = channelId(1);
const where = { channelId: channel, threadRootId: "" };
const onScreen = { channels: new Set([channel]), users: new Set<never>(), active: true };

async function setUp() {
  const world = quietServers();
  for (const user of [ada, bob]) world.join(user, channel);
  const [here, there] = [world.server("here"), world.server("there")];
  const typist = await here.connect(ada);
  return { ...world, here, there, typist };
}

describe("typing", () => {
  it("is shown to those who have the channel on screen, on every server", async () => {
    const { timers, here, there, typist } = await setUp();
    const [looks, looksElsewhere] = [await here.connect(bob), await there.connect(bob)];
    const doesNotLook = await here.connect(bob);
    await here.gateway.focus(looks.connection, onScreen);
    await there.gateway.focus(looksElsewhere.connection, onScreen);
    here.gateway.type(typist.connection, where);
    await timers.pass(10);
    const shown = [{ case: "typing", value: { userId: ada, channelId: channel } }];
    expect(ephemeral(looks.link)).toMatchObject(shown);
    expect(ephemeral(looksElsewhere.link)).toMatchObject(shown);
    expect(ephemeral(doesNotLook.link)).toEqual([]);
  });

  it("is not shown to oneself, nor to who may not read the channel", async () => {
    const { timers, here, typist } = await setUp();
    const stranger = await here.connect(cem);
    await here.gateway.focus(stranger.connection, onScreen);
    await here.gateway.focus(typist.connection, onScreen);
    here.gateway.type(typist.connection, where);
    await timers.pass(10);
    expect([...ephemeral(stranger.link), ...ephemeral(typist.link)]).toEqual([]);
  });

  it("is told at most once in three seconds for each channel and thread", async () => {
    const { timers, here, typist, signals } = await setUp();
    const told = () => signals.filter(({ kind }) => kind === "typing").length;
    for (let second = 0; second < 7; second++) {
      here.gateway.type(typist.connection, where);
      await timers.pass(1_000);
    }
    expect(told()).toBe(3);
    here.gateway.type(typist.connection, { ...where, threadRootId: "msg_1" });
    expect(told()).toBe(4);
  });

  it("is not told of who is not a member or may only read", async () => {
    const { here, signals } = await setUp();
    here.gateway.type((await here.connect(cem)).connection, where);
    here.gateway.type((await here.connect(ada, { scope: "read" })).connection, where);
    expect(signals.filter(({ kind }) => kind === "typing")).toEqual([]);
  });
});
