import { fileURLToPath } from "node:url";
import {
  Client,
  Connection,
  isGrpcDeadlineError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowFailedError,
  WorkflowNotFoundError,
} from "@temporalio/client";
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from "@temporalio/worker";
import { inSpan, traceparent } from "../../src/platform/telemetry/tracing.ts";
import type { TemporalOptions } from "../../src/platform/workflow/temporal/open-temporal.ts";
import type { WorkflowEngine } from "../../src/platform/workflow/workflows.ts";
import { activitiesOf } from "./activities.ts";
import type { runOnTemporal } from "./workflow.ts";

type Options = Required<TemporalOptions>;

/** Workers and starters of one installation meet here; installations are told apart by namespace. */
const QUEUE = "chatter";

/** Sagas on Temporal: it keeps their journals, and calls the steps of whichever worker is there. */
export async function connect(options: Options): Promise<WorkflowEngine> {
  installRuntime(options);
  const { address, namespace, patienceMs } = options;
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace });
  try {
    await connection.workflowService.describeNamespace({ namespace });
  } catch (error) {
    await connection.close();
    throw error;
  }
  const closers: (() => Promise<void>)[] = [() => connection.close()];
  return {
    async start(saga, id, input) {
      try {
        const startedBy = traceparent();
        const begun = [saga.name, input, patienceMs] as const;
        await inSpan(`temporal start ${saga.name}`, { kind: "CLIENT" }, () =>
          client.workflow.start<typeof runOnTemporal>("runOnTemporal", {
            taskQueue: QUEUE,
            workflowId: id,
            workflowIdReusePolicy: "REJECT_DUPLICATE",
            workflowTaskTimeout: patienceMs,
            args: startedBy === undefined ? begun : [...begun, startedBy],
          }),
        );
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
    },
    async settled(id, limitMs) {
      try {
        const { workflow } = client;
        await client.withDeadline(Date.now() + limitMs, () => workflow.getHandle(id).result());
      } catch (error) {
        if (isGrpcDeadlineError(error)) return false;
        if (!(error instanceof WorkflowNotFoundError || error instanceof WorkflowFailedError)) throw error;
      }
      return true;
    },
    async work(sagas) {
      closers.push(await beginWork(options, activitiesOf(sagas, patienceMs)));
    },
    // By the retention of the namespace.
    forgetOld: async () => {},
    async stop() {
      for (const close of closers.splice(0).reverse()) await close();
    },
  };
}

/** Answers how to end it: steps under way are done first. */
async function beginWork(
  { address, namespace, sagas, log, patienceMs }: Options,
  activities: ReturnType<typeof activitiesOf>,
): Promise<() => Promise<void>> {
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    connection,
    namespace,
    activities,
    taskQueue: QUEUE,
    workflowBundle: await bundle(sagas),
    stickyQueueScheduleToStartTimeout: patienceMs,
    shutdownGraceTime: "10s",
  });
  const running = worker.run().catch((error: unknown) => {
    log.error({ err: error }, "the work on sagas ended; it goes on with the next start");
  });
  return async () => {
    if (worker.getState() === "RUNNING") worker.shutdown();
    await running;
    await connection.close();
  };
}

function bundle(sagas: URL): ReturnType<typeof bundleWorkflowCode> {
  return bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL("workflow.ts", import.meta.url)),
    logger: new DefaultLogger("ERROR"),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: {
        ...config.resolve,
        alias: Object.assign({}, config.resolve?.alias, { "chatter-sagas": fileURLToPath(sagas) }),
      },
    }),
  });
}

let installed = false;

/** One for each process. The program ends its workers itself, so signals are left to it. */
function installRuntime({ log }: Options): void {
  if (installed) return;
  installed = true;
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger("WARN", ({ level, message, meta }) => {
      if (level === "ERROR") log.error({ ...meta }, message);
      else log.warn({ ...meta }, message);
    }),
  });
}
