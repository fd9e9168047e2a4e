import { describe, expect, it } from "vitest";
import { PresenceState } from "../../../../../gen/chatter/notification/presence/v1/presence_pb.js";
import type { FakeLink } from "../../testing/fake-link.ts";
import { userId } from "../../testing/ids.ts";
import { ephemeral, quietServers } from "../../testing/quiet-server.ts";

const [ada, bob] = [userId(1), userId(2)];

const shown = (link: FakeLink) =>
  ephemeral(link).flatMap((body) => (body.case === "presence" ? [PresenceState[body.value.state]] : []));
const lookingAt = (...users: (typeof ada)[]) => ({
  channels: new Set<never>(),
  users: new Set(users),
  active: true,
});
const active = (is: boolean) => ({ channels: new Set<never>(), users: new Set<never>(), active: is });

async function setUp() {
  const world = quietServers();
  const [here, there] = [world.server("here"), world.server("there")];
  const watching = await here.connect(bob, { interactive: false });
  await here.gateway.focus(watching.connection, lookingAt(ada));
  await world.timers.pass(10);
  return { ...world, here, there, watching };
}

describe("presence", () => {
  it("is shown as it is to whoever begins to look, and as it changes", async () => {
    const { timers, there, watching } = await setUp();
    expect(shown(watching.link)).toEqual(["OFFLINE"]);
    const { connection } = await there.connect(ada);
    await there.gateway.focus(connection, active(true));
    await timers.pass(1_500);
    await there.gateway.focus(connection, active(false));
    await timers.pass(1_500);
    expect(shown(watching.link)).toEqual(["OFFLINE", "ACTIVE", "AWAY"]);
  });

  it("is not shown to who does not look any more", async () => {
    const { timers, here, there, watching } = await setUp();
    await here.gateway.focus(watching.connection, lookingAt());
    await there.connect(ada);
    await timers.pass(5_000);
    expect(shown(watching.link)).toEqual(["OFFLINE"]);
  });

  it("goes by the most active of several devices", async () => {
    const { timers, here, there, watching } = await setUp();
    const [phone, laptop] = [await here.connect(ada), await there.connect(ada)];
    await here.gateway.focus(phone.connection, active(false));
    await there.gateway.focus(laptop.connection, active(true));
    await timers.pass(1_500);
    expect(shown(watching.link).at(-1)).toBe("ACTIVE");
    there.gateway.gone(laptop.connection);
    await timers.pass(15_000);
    expect(shown(watching.link).at(-1)).toBe("AWAY");
  });

  it("does not blink when somebody comes back within ten seconds", async () => {
    const { timers, there, watching } = await setUp();
    const first = await there.connect(ada);
    await there.gateway.focus(first.connection, active(true));
    await timers.pass(2_000);
    there.gateway.gone(first.connection);
    await timers.pass(8_000);
    const second = await there.connect(ada);
    await there.gateway.focus(second.connection, active(true));
    await timers.pass(20_000);
    expect(shown(watching.link)).toEqual(["OFFLINE", "ACTIVE"]);
    there.gateway.gone(second.connection);
    await timers.pass(12_000);
    expect(shown(watching.link).at(-1)).toBe("OFFLINE");
  });

  it("tells of quick changes at most once a second", async () => {
    const { timers, there, signals } = await setUp();
    const { connection } = await there.connect(ada);
    const before = signals.length;
    for (let n = 0; n < 100; n++) {
      await there.gateway.focus(connection, active(n % 2 === 0));
      await timers.pass(30);
    }
    expect(signals.slice(before).filter(({ kind }) => kind === "presence").length).toBeLessThanOrEqual(4);
  });

  it("is what the person chose for all devices, while they are there", async () => {
    const { timers, there, watching, server } = await setUp();
    const chosen = server("remembers", {
      settings: {
        find: async () => ({ setting: "do_not_disturb", expiresAt: undefined }),
        save: async () => {},
      },
    });
    const { connection } = await chosen.connect(ada);
    await there.gateway.focus((await there.connect(ada)).connection, active(true));
    await timers.pass(1_500);
    expect(shown(watching.link).at(-1)).toBe("DO_NOT_DISTURB");
    chosen.gateway.gone(connection);
    await timers.pass(15_000);
    expect(shown(watching.link).at(-1)).toBe("ACTIVE");
  });

  it("is automatic again when the time is over for which the person chose", async () => {
    const { timers, there, watching, bus } = await setUp();
    const { connection } = await there.connect(ada);
    await there.gateway.focus(connection, active(true));
    const expiresAt = timers.now() + 30_000;
    bus.publish({ kind: "presence_set", userId: ada, setting: "do_not_disturb", expiresAt });
    await timers.pass(28_000);
    expect(shown(watching.link).at(-1)).toBe("DO_NOT_DISTURB");
    await timers.pass(4_000);
    expect(shown(watching.link).at(-1)).toBe("ACTIVE");
  });

  it("is what was chosen last, also when an older choice is read later", async () => {
    const { timers, watching, bus, server } = await setUp();
    const { promise, resolve } = Promise.withResolvers<{ setting: "away"; expiresAt: undefined }>();
    const slow = server("slow", { settings: { find: () => promise, save: async () => {} } });
    await slow.connect(ada);
    bus.publish({ kind: "presence_set", userId: ada, setting: "do_not_disturb", expiresAt: undefined });
    resolve({ setting: "away", expiresAt: undefined });
    await timers.pass(1_500);
    expect(shown(watching.link).at(-1)).toBe("DO_NOT_DISTURB");
  });

  it("of people on a server that is heard no more is forgotten", async () => {
    const { timers, bus, watching } = await setUp();
    bus.publish({ kind: "presence", server: "dead", userId: ada, state: "active" });
    await timers.pass(10);
    expect(shown(watching.link).at(-1)).toBe("ACTIVE");
    await timers.pass(80_000);
    expect(shown(watching.link).at(-1)).toBe("OFFLINE");
  });

  it("is told again to a server that has just come", async () => {
    const { timers, there, server } = await setUp();
    await there.gateway.focus((await there.connect(ada)).connection, active(true));
    await timers.pass(2_000);
    const newcomer = server("has just come");
    const { connection, link } = await newcomer.connect(bob, { interactive: false });
    await newcomer.gateway.focus(connection, lookingAt(ada));
    await timers.pass(2_000);
    expect(shown(link).at(-1)).toEqual("ACTIVE");
  });

  it("does not count programs", async () => {
    const { timers, there, watching } = await setUp();
    await there.connect(ada, { interactive: false });
    await timers.pass(5_000);
    expect(shown(watching.link)).toEqual(["OFFLINE"]);
  });

  it("is shown to guests only of people they share a channel with", async () => {
    const { timers, here, there, guests, acquainted } = await setUp();
    const [guest, stranger] = [userId(4), userId(5)];
    guests.add(guest);
    acquainted.add(ada);
    const { connection, link } = await here.connect(guest);
    await there.connect(stranger);
    await here.gateway.focus(connection, lookingAt(ada, stranger));
    await timers.pass(3_000);
    expect(ephemeral(link)).toMatchObject([{ case: "presence", value: { userId: ada } }]);
  });

  it("is not shown before it is known whom the person may see, and follows a change of role", async () => {
    const { timers, bus, here, there, guests } = await setUp();
    const newcomer = userId(4);
    await there.gateway.focus((await there.connect(ada)).connection, active(true));
    await timers.pass(2_000);
    guests.add(newcomer);
    const { connection, link } = await here.connect(newcomer);
    await here.gateway.focus(connection, lookingAt(ada));
    await timers.pass(10);
    expect(shown(link)).toEqual([]);
    guests.delete(newcomer);
    bus.publish({ kind: "rights_changed", userId: newcomer });
    await timers.pass(10);
    expect(shown(link)).toEqual(["ACTIVE"]);
  });
});
