import { afterAll } from "vitest";
import { startEngine } from "../../../tools/engines/index.ts";
import { describeExport } from "./testing/export-contract.ts";

const temporal = await startEngine("temporal");
afterAll(() => temporal.discard());

describeExport("with Temporal", async () => ({
  temporal: {
    address: temporal.settings.TEMPORAL_ADDRESS,
    namespace: temporal.settings.TEMPORAL_NAMESPACE,
    patienceMs: 2_000,
  },
}));
