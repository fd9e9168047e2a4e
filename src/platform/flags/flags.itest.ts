import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createMigratedDatabase } from "../../app/testing/database.ts";
import { systemClock } from "../../kernel/clock.ts";
import { createIds, type OrgId } from "../../kernel/ids.ts";
import { type Database, openDatabase } from "../postgres/database.ts";
import { roleOf } from "../postgres/migrate.ts";
import { countStatements } from "../postgres/testing/counted.ts";
import type { TestDatabase } from "../postgres/testing/database.ts";
import { type Bus, createLocalBus } from "../realtime/local-bus.ts";
import { createFlags } from "./flags.ts";

const ids = createIds(systemClock);
const declared = { "shop.bells": { purpose: "A bell rings at each order.", percent: 0 } };
const everybody = { percent: 100, onFor: [], offFor: [] };
let test: TestDatabase;
let database: Database<unknown>;
let orgId: OrgId;

beforeAll(async () => {
  test = await createMigratedDatabase();
  database = openDatabase({ url: test.url, role: roleOf("flags"), onError: () => undefined });
});
afterAll(async () => {
  await database.close();
  await test.drop();
});
beforeEach(() => {
  orgId = ids.next("org");
});

/** A process of the installation; those with the same bus hear of each other. */
function open(changed: Bus<OrgId> = createLocalBus()) {
  const { statements, ...counted } = countStatements(database);
  return { ...createFlags({ ...counted, declared, clock: systemClock, changed }), statements };
}

const somebody = () => ({ userId: ids.next("usr"), orgId });

describe("flags of a process", () => {
  it("are asked of the database once, however often and by how many they are asked for", async () => {
    const { isOn, statements } = open();
    await Promise.all(Array.from({ length: 50 }, () => isOn("shop.bells", somebody())));
    await isOn("shop.bells", somebody());
    expect(statements()).toBe(1);
  });

  it("are as declared until somebody decides, and then as decided at once", async () => {
    const { isOn, operation } = open();
    expect(await isOn("shop.bells", somebody())).toBe(false);
    await operation.set(somebody(), "shop.bells", everybody);
    expect(await isOn("shop.bells", somebody())).toBe(true);
  });

  it("are decided about for one organisation", async () => {
    const { isOn, operation } = open();
    await operation.set(somebody(), "shop.bells", everybody);
    const elsewhere = { userId: ids.next("usr"), orgId: ids.next("org") };
    expect(await isOn("shop.bells", elsewhere)).toBe(false);
  });

  it("follow what another process tells was decided", async () => {
    const changed = createLocalBus<OrgId>();
    const [one, two] = [open(changed), open(changed)];
    expect(await two.isOn("shop.bells", somebody())).toBe(false);
    await one.operation.set(somebody(), "shop.bells", everybody);
    expect(await two.isOn("shop.bells", somebody())).toBe(true);
  });

  it("are not kept as they were read while somebody decided", async () => {
    const { isOn, operation } = open();
    const during = isOn("shop.bells", somebody());
    await operation.set(somebody(), "shop.bells", everybody);
    await during;
    expect(await isOn("shop.bells", somebody())).toBe(true);
  });

  it("are asked for again after they could not be read", async () => {
    const stranger = openDatabase({ url: test.url, role: roleOf("jobs"), onError: () => undefined });
    let { sql } = stranger;
    const changing = {
      ...database,
      get sql() {
        return sql;
      },
    };
    const { isOn } = createFlags({
      declared,
      database: changing,
      clock: systemClock,
      changed: createLocalBus(),
    });
    await expect(isOn("shop.bells", somebody())).rejects.toThrow("permission denied");
    ({ sql } = database);
    expect(await isOn("shop.bells", somebody())).toBe(false);
    await stranger.close();
  });
});
