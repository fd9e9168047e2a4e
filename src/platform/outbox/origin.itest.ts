import { afterAll, beforeAll, expect, it } from "vitest";
import { currentScope, inScope, type Scope } from "../log/scope.ts";
import { openShop, type Shop } from "./testing/shop.ts";

const LONG_ENOUGH_MS = 10_000;
const ordered = { type: "shop.OrderPlaced", payload: {} };

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

it("an event is handled in the name of the request that it was dispatched for", async () => {
  const scopes: Scope[] = [];
  const bus = shop.openBus();
  bus.register({
    subscriber: "billing.charge",
    type: "shop.OrderPlaced",
    handle: async () => void scopes.push(currentScope()),
  });
  await bus.start();
  const forRequest = await inScope({ requestId: "request-1" }, () => shop.place(bus, ordered));
  const byItself = await shop.place(bus, ordered);
  expect(await bus.settled([...forRequest, ...byItself], LONG_ENOUGH_MS)).toBe(true);
  expect(scopes).toEqual([{ requestId: "request-1", event: forRequest[0] }, { event: byItself[0] }]);
});
