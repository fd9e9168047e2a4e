import { describe, expect, it } from "vitest";
import { newUser, sampleChannel } from "../testing/sample.ts";
import { openChannel, openDirect, peopleOfDirect } from "./opening.ts";

const identity = (({ id, orgId }) => ({ id, orgId }))(sampleChannel());
const occasion = { by: newUser(), at: new Date("2026-05-01T12:00:00Z") };

describe("opening a channel", () => {
  it("begins with nobody in it, then lets the first in, who has read both entries", () => {
    const spec = { kind: "private", name: "e\u0301tude", topic: "", description: "" } as const;
    const first = { userId: occasion.by, role: "admin" } as const;
    const { channel, memberships, events } = openChannel(
      identity,
      { ...spec, isDefault: false },
      { first, occasion },
    );
    expect(events).toMatchObject([
      { type: "channel_created", channel: { memberCount: 0 } },
      { type: "members_joined", channel: { memberCount: 1 } },
    ]);
    expect(memberships).toMatchObject([{ userId: occasion.by, role: "admin", readSeq: 2n }]);
    expect(channel).toMatchObject({ kind: "private", name: "\u00e9tude", createdBy: occasion.by });
  });
});

describe("opening a direct conversation", () => {
  it.each([
    [1, "direct"],
    [2, "direct"],
    [3, "group_direct"],
    [9, "group_direct"],
  ])("of %i is %s", (count, kind) => {
    const people = peopleOfDirect(occasion.by, Array.from({ length: count - 1 }, newUser));
    const { channel, memberships } = openDirect(identity, people, occasion);
    expect(channel).toMatchObject({ kind, name: "", memberCount: count, directUserIds: people });
    expect(memberships.map(({ role }) => role)).toEqual(Array(count).fill("member"));
    expect(new Set(memberships.map(({ readSeq }) => readSeq))).toEqual(new Set([BigInt(count + 1)]));
  });

  it("counts each person once, in whatever order they are named", () => {
    const [ada, ben] = [newUser(), newUser()];
    expect(peopleOfDirect(ada, [ben, ada, ben])).toEqual(peopleOfDirect(ben, [ada]));
    expect(peopleOfDirect(ada, [ada])).toEqual([ada]);
  });
});
