import { afterAll } from "vitest";
import { startEngine } from "../../../tools/engines/index.ts";
import { describeRetention } from "./testing/retention-contract.ts";

const temporal = await startEngine("temporal");
afterAll(() => temporal.discard());

describeRetention("with Temporal", async () => ({
  temporal: {
    address: temporal.settings.TEMPORAL_ADDRESS,
    namespace: temporal.settings.TEMPORAL_NAMESPACE,
    patienceMs: 2_000,
  },
}));
