import { afterAll, expect, it } from "vitest";
import { startEngine } from "../../../../tools/engines/index.ts";
import { openCollector } from "../../telemetry/testing/collector.ts";
import { inSpan, startTracing } from "../../telemetry/tracing.ts";
import { trip } from "../testing/trip.ts";
import { describeWorkflows } from "../testing/workflow-contract.ts";
import { bindSaga } from "../workflows.ts";
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

it("the traces of steps on Temporal point to what started the saga", async () => {
  const collector = await openCollector();
  const stopTracing = await startTracing(collector.url, log);
  const engine = await openTemporal({ address, namespace, sagas, log });
  const done = async (): Promise<void> => {};
  const steps = { bookFlight: async () => ({ seat: "1A" }), bookHotel: done, pay: done };
  await engine.work([bindSaga(trip, { ...steps, cancelFlight: done, cancelHotel: done })]);
  await inSpan("who starts it", {}, () => engine.start(trip, "traced", { traveller: "Ada" }));
  expect(await engine.settled("traced", 20_000)).toBe(true);
  await engine.stop();
  await stopTracing();
  const spans = collector.spans();
  await collector.close();
  const [starter] = spans.filter(({ name }) => name === "who starts it");
  const links = spans.filter(({ name }) => name === "saga trip").map((span) => span.links);
  expect(links).toHaveLength(3);
  for (const link of links) {
    expect(link).toMatchObject([{ traceId: starter?.traceId, spanId: starter?.spanId }]);
  }
});
