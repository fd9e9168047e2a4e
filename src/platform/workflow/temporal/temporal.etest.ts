import { afterAll } from "vitest";
import { startEngine } from "../../../../tools/engines/index.ts";
import { describeWorkflows } from "../testing/workflow-contract.ts";

const temporal = await startEngine("temporal");
afterAll(() => temporal.discard());

describeWorkflows("on Temporal", async () => ({
  kind: "temporal",
  address: temporal.settings.TEMPORAL_ADDRESS,
  namespace: temporal.settings.TEMPORAL_NAMESPACE,
}));
