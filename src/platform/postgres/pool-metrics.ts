import { Gauge } from "prom-client";
import type { Metrics } from "../telemetry/metrics.ts";
import type { Database } from "./database.ts";

type Pool = Pick<Database<unknown>, "connections">;

/** Takes the pools of the program into /metrics, each under its schema; pools of one schema are added up. */
export function measurePools(metrics: Metrics): (schema: string, pool: Pool) => void {
  const pools: { readonly schema: string; readonly pool: Pool }[] = [];
  const connections: Gauge<"schema" | "state"> = new Gauge({
    name: "chatter_database_connections",
    help: "Connections to PostgreSQL that are open, by schema and by whether they are busy or idle",
    labelNames: ["schema", "state"],
    registers: [],
    collect() {
      connections.reset();
      for (const { schema, pool } of pools) {
        const { open, idle } = pool.connections();
        connections.inc({ schema, state: "busy" }, open - idle);
        connections.inc({ schema, state: "idle" }, idle);
      }
    },
  });
  const most: Gauge<"schema"> = new Gauge({
    name: "chatter_database_connections_most",
    help: "Connections to PostgreSQL that may be open, by schema",
    labelNames: ["schema"],
    registers: [],
    collect() {
      most.reset();
      for (const { schema, pool } of pools) most.inc({ schema }, pool.connections().most);
    },
  });
  const waiting: Gauge<"schema"> = new Gauge({
    name: "chatter_database_waiting",
    help: "Statements and transactions that wait for a connection to PostgreSQL, by schema",
    labelNames: ["schema"],
    registers: [],
    collect() {
      waiting.reset();
      for (const { schema, pool } of pools) waiting.inc({ schema }, pool.connections().waiting);
    },
  });
  for (const gauge of [connections, most, waiting]) metrics.registerMetric(gauge);
  return (schema, pool) => pools.push({ schema, pool });
}
