import { afterAll } from "vitest";
import { startEngine } from "../../../tools/engines/index.ts";
import { describeAccountDeletion } from "./testing/account-deletion-contract.ts";

const temporal = await startEngine("temporal");
afterAll(() => temporal.discard());

describeAccountDeletion("with Temporal", async () => ({
  temporal: {
    address: temporal.settings.TEMPORAL_ADDRESS,
    namespace: temporal.settings.TEMPORAL_NAMESPACE,
    patienceMs: 2_000,
  },
}));
