import type { MessageShape } from "@bufbuild/protobuf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FlagSchema } from "../../../../gen/chatter/admin/v1/admin_pb.js";
import { refusalOf } from "../../../platform/rpc/testing/refusal.ts";
import { type AdminWorld, createAdminWorld, type Person } from "../testing/world.ts";

let world: AdminWorld;
let owner: Person;
let other: Person;

beforeAll(async () => {
  world = await createAdminWorld();
  [owner, other] = await Promise.all([world.person("owner"), world.person("member")]);
});
afterAll(() => world.close());

async function flag(name: string): Promise<MessageShape<typeof FlagSchema> | undefined> {
  const { flags } = await owner.api.listFlags({});
  return flags.find((each) => each.name === name);
}

describe("flags", () => {
  it("are listed by name with what is declared, while nobody has decided", async () => {
    const { flags } = await owner.api.listFlags({});
    expect(flags).toMatchObject([
      { name: "shop.bells", purpose: "A bell rings at each order.", rollout: { percent: 100 }, changes: [] },
      { name: "shop.gift-wrap", rollout: { percent: 0 }, changes: [] },
    ]);
  });

  it("tell what was decided, by whom, the latest first", async () => {
    const named = { onUserIds: [owner.userId], offUserIds: [other.userId] };
    await owner.api.setFlag({ name: "shop.gift-wrap", rollout: { percent: 25 } });
    await owner.api.setFlag({ name: "shop.gift-wrap", rollout: { percent: 50, ...named } });
    const { rollout, changes = [] } = (await flag("shop.gift-wrap")) ?? {};
    expect(rollout).toMatchObject({ percent: 50, ...named });
    expect(changes).toMatchObject([
      { rollout: { percent: 50 }, changedBy: owner.userId },
      { rollout: { percent: 25 }, changedBy: owner.userId },
    ]);
  });

  it.each([
    ["that is not declared", { name: "shop.fireworks", rollout: {} }, "FLAG_NOT_FOUND"],
    ["of a name that every object has", { name: "constructor", rollout: {} }, "FLAG_NOT_FOUND"],
  ])("are not decided about: one %s", async (_, request, reason) => {
    expect(await refusalOf(owner.api.setFlag(request))).toBe(reason);
  });

  it("are not on and off for the same person", async () => {
    const rollout = { onUserIds: [other.userId], offUserIds: [other.userId] };
    expect(await refusalOf(owner.api.setFlag({ name: "shop.bells", rollout }))).toBe("FLAG_CONTRADICTORY");
    expect((await flag("shop.bells"))?.changes).toEqual([]);
  });

  it("take no share beyond all", async () => {
    await expect(owner.api.setFlag({ name: "shop.bells", rollout: { percent: 101 } })).rejects.toThrow(
      "percent",
    );
  });
});
