import { expect, it } from "vitest";
import { orgId, userId } from "../testing/ids.ts";
import { ephemeral, quietServers } from "../testing/quiet-server.ts";

it("shows a new name of the organisation on all servers to everybody in it, guests too, and to nobody else", async () => {
  const { timers, bus, server, guests } = quietServers();
  guests.add(userId(2));
  const { link: member } = await server("here").connect(userId(1));
  const { link: guest } = await server("there").connect(userId(2));
  bus.publish({ kind: "org", orgId: orgId(2), name: "Elsewhere" });
  bus.publish({ kind: "org", orgId: orgId(1), name: "Northwind" });
  await timers.pass(10);
  const shown = [{ case: "org", value: { org: { id: orgId(1), name: "Northwind" } } }];
  expect(ephemeral(member)).toMatchObject(shown);
  expect(ephemeral(guest)).toMatchObject(shown);
});
