import {
  type ConnectRouter,
  createConnectRouter,
  createMethodImplSpec,
  createServiceImplSpec,
  type MethodImplSpec,
} from "@connectrpc/connect";
import type { CallPolicy } from "./call-policy.ts";
import { watchOutcome } from "./outcome.ts";
import { createUnaryHandler } from "./unary.ts";

/** Registers the services of a module. */
export type RpcRoutes = (router: ConnectRouter) => void;

export type UniversalHandler = ConnectRouter["handlers"][number];

export interface RpcRoute {
  /** Any protocol. */
  readonly universal: UniversalHandler;
  /** The plain case of the most frequent one. */
  readonly direct?: ReturnType<typeof createUnaryHandler>;
}

/** Every method by the path of its URL. */
export function tableOf(
  routes: RpcRoutes,
  policy: CallPolicy,
  shutdownSignal: AbortSignal,
): ReadonlyMap<string, RpcRoute> {
  const { answerError, ...options } = policy;
  const router = createConnectRouter({
    ...options,
    shutdownSignal,
    requestGate: (context) => {
      watchOutcome(context, answerError);
      return policy.requestGate(context);
    },
  });
  const specs = new Map<string, MethodImplSpec>();
  routes(recording(router, (spec) => specs.set(pathOf(spec), spec)));
  return new Map(
    router.handlers.map((universal) => {
      const spec = specs.get(universal.requestPath);
      if (spec?.kind !== "unary") return [universal.requestPath, { universal }];
      return [universal.requestPath, { universal, direct: createUnaryHandler(spec, policy) }];
    }),
  );
}

function pathOf({ method }: MethodImplSpec): string {
  return `/${method.parent.typeName}/${method.name}`;
}

/** The router itself, except that it also tells what it was given. */
function recording(router: ConnectRouter, record: (spec: MethodImplSpec) => void): ConnectRouter {
  const recorder: ConnectRouter = {
    handlers: router.handlers,
    service(service, implementation, options) {
      router.service(service, implementation, options);
      if (options === undefined)
        Object.values(createServiceImplSpec(service, implementation).methods).forEach(record);
      return recorder;
    },
    rpc(method, implementation, options) {
      router.rpc(method, implementation, options);
      if (options === undefined) record(createMethodImplSpec(method, implementation));
      return recorder;
    },
  };
  return recorder;
}
