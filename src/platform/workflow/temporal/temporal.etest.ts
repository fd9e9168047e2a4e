import { afterAll, expect, it } from "vitest";
import { startEngine } from "../../../../tools/engines/index.ts";
import { describeWorkflows } from "../testing/workflow-contract.ts";
import { openTemporal } from "./open-temporal.ts";

const temporal = await startEngine("temporal");
afterAll(() => temporal.discard());

const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = temporal.settings;
const sagas = new URL("../testing/trip.ts", import.meta.url);
const log = { warn: () => {}, error: () => {} };

describeWorkflows("on Temporal", async () => ({ kind: "temporal", address, namespace }));

it("a Temporal that is not there, or has no such namespace, is refused in a line that names the variable", async () => {
  for (const wrong of [
    { address, namespace: "nobody" },
    { address: "127.0.0.1:1", namespace },
  ]) {
    await expect(openTemporal({ ...wrong, sagas, log })).rejects.toMatchObject({
      name: "EngineRefused",
      variable: "TEMPORAL_ADDRESS",
    });
  }
});
