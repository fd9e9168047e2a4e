import { afterAll } from "vitest";
import { startEngine } from "../../../tools/engines/index.ts";
import { describeRegistration } from "./testing/registration-contract.ts";

const temporal = await startEngine("temporal");
afterAll(() => temporal.discard());

describeRegistration("with Temporal", async () => ({
  temporal: {
    address: temporal.settings.TEMPORAL_ADDRESS,
    namespace: temporal.settings.TEMPORAL_NAMESPACE,
    patienceMs: 1_000,
  },
}));
