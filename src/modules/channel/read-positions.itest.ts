import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NotificationLevel } from "../../../gen/chatter/channel/v1/channel_pb.js";
import type { ChannelId } from "../../kernel/ids.ts";
import { refusalOf } from "../../platform/rpc/testing/refusal.ts";
import { open, openPrivate } from "./testing/open.ts";
import { factsIn, readStream } from "./testing/stream.ts";
import { type ChannelWorld, createChannelWorld, type Person } from "./testing/world.ts";

let world: ChannelWorld;
beforeAll(async () => {
  world = await createChannelWorld();
});
afterAll(() => world.close());

/** Ben is in a channel of Ada's, in whose log ten more entries came after him. */
async function tenUnread(): Promise<{ ben: Person; channelId: ChannelId }> {
  const [ada, ben] = await world.pair();
  const { channelId } = await openPrivate(ada, ben);
  for (let n = 1; n <= 10; n += 1) await ada.api.updateChannel({ channelId, topic: `topic ${n}` });
  return { ben, channelId };
}

describe("marking as read", () => {
  it("moves forward, never back, never past the end, and tells the other devices of each move", async () => {
    const { ben, channelId } = await tenUnread();
    const mark = async (seq: bigint) => (await ben.api.markRead({ channelId, seq })).membership?.readSeq;
    expect(await mark(5n)).toBe(5n);
    expect(await mark(4n)).toBe(5n);
    expect(await mark(5n)).toBe(5n);
    expect(await mark(2n ** 64n - 1n)).toBe(13n);
    const personal = await readStream(world.streams, ben.userId);
    expect(personal.slice(1).map(({ body }) => body)).toMatchObject([
      { case: "membershipChanged", value: { membership: { channelId, readSeq: 5n } } },
      { case: "membershipChanged", value: { membership: { channelId, readSeq: 13n } } },
    ]);
    expect(await readStream(world.streams, channelId)).toHaveLength(13);
  });

  it("ends at the highest of many positions that come at once", async () => {
    const { ben, channelId } = await tenUnread();
    const seqs = [7n, 12n, 4n, 9n, 13n, 6n, 11n, 5n, 10n, 8n];
    await Promise.all(seqs.map((seq) => ben.api.markRead({ channelId, seq })));
    expect((await ben.api.getChannel({ channelId })).membership?.readSeq).toBe(13n);
    const told = (await readStream(world.streams, ben.userId)).flatMap(({ body }) =>
      body.case === "membershipChanged" ? [body.value.membership?.readSeq] : [],
    );
    expect(told).toEqual(told.toSorted((a, b) => Number((a ?? 0n) - (b ?? 0n))));
    expect(told.at(-1)).toBe(13n);
  });

  it("is for members", async () => {
    const [ada, ben] = await world.pair();
    const { channelId } = await open(ada);
    expect(await refusalOf(ben.api.markRead({ channelId, seq: 1n }))).toBe("MEMBER_NOT_FOUND");
  });
});

describe("marking as unread", () => {
  it("moves back to just before the entry, never forward", async () => {
    const { ben, channelId } = await tenUnread();
    await ben.api.markRead({ channelId, seq: 10n });
    const mark = async (seq: bigint) => (await ben.api.markUnread({ channelId, seq })).membership?.readSeq;
    expect(await mark(8n)).toBe(7n);
    expect(await mark(12n)).toBe(7n);
    expect(await mark(1n)).toBe(0n);
    const facts = factsIn(await readStream(world.streams, ben.userId));
    expect(facts).toEqual(["channelAdded", ...Array(3).fill("membershipChanged")]);
  });
});

describe("what a person keeps about a channel", () => {
  it("is changed one by one, is there on every device, and is nobody else's", async () => {
    const { ben, channelId } = await tenUnread();
    await ben.api.updateMembership({ channelId, starred: true });
    await ben.api.updateMembership({ channelId, position: -1.5 });
    const { membership } = await ben.api.updateMembership({
      channelId,
      notificationLevel: NotificationLevel.NOTHING,
    });
    expect(membership).toMatchObject({
      starred: true,
      position: -1.5,
      notificationLevel: NotificationLevel.NOTHING,
      readSeq: 3n,
    });
    const personal = await readStream(world.streams, ben.userId);
    expect(personal.at(-1)?.body).toMatchObject({ case: "membershipChanged", value: { membership } });
    expect((await ben.api.listMyChannels({})).channels).toMatchObject([{ membership }]);
    expect(await readStream(world.streams, channelId)).toHaveLength(13);
  });

  it("goes back to the person's preferences, and writes nothing where nothing changes", async () => {
    const { ben, channelId } = await tenUnread();
    const set = (notificationLevel: NotificationLevel) =>
      ben.api.updateMembership({ channelId, notificationLevel });
    await set(NotificationLevel.EVERYTHING);
    const { membership } = await set(NotificationLevel.UNSPECIFIED);
    expect(membership?.notificationLevel).toBe(NotificationLevel.UNSPECIFIED);
    await set(NotificationLevel.UNSPECIFIED);
    await ben.api.updateMembership({ channelId });
    expect(await readStream(world.streams, ben.userId)).toHaveLength(3);
  });
});

describe("placing channels", () => {
  it("sets several positions at once and tells the other devices of those that changed", async () => {
    const ada = await world.person();
    const [one, two] = [await open(ada), await open(ada)];
    const { places, set } = placing(ada);
    await set([one.channelId, 1], [two.channelId, 2]);
    await set([two.channelId, 0.5], [one.channelId, 1]);
    expect(await places()).toEqual({ [one.channelId]: 1, [two.channelId]: 0.5 });
    const told = (await readStream(world.streams, ada.userId)).flatMap(({ body }) =>
      body.case === "membershipChanged" ? [body.value.membership?.position] : [],
    );
    expect(new Set(told.slice(0, 2))).toEqual(new Set([1, 2]));
    expect(told.slice(2)).toEqual([0.5]);
  });

  it("places none where the person is not in one of them", async () => {
    const [ada, ben] = await world.pair();
    const [own, foreign] = [await open(ada), await open(ben)];
    const { places, set } = placing(ada);
    expect(await refusalOf(set([own.channelId, 1], [foreign.channelId, 2]))).toBe("MEMBER_NOT_FOUND");
    expect(await places()).toEqual({ [own.channelId]: undefined });
  });
});

function placing({ api }: Person) {
  return {
    set: (...places: readonly (readonly [channelId: string, position: number])[]) =>
      api.placeChannels({ places: places.map(([channelId, position]) => ({ channelId, position })) }),
    places: async () =>
      Object.fromEntries(
        (await api.listMyChannels({})).channels.map(({ channel, membership }) => [
          channel?.id,
          membership?.position,
        ]),
      ),
  };
}
