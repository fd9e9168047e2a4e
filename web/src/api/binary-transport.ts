import {
  create,
  type DescMessage,
  type DescMethodUnary,
  fromBinary,
  type MessageInitShape,
  toBinary,
} from "@bufbuild/protobuf";
import {
  Code,
  ConnectError,
  type ContextValues,
  createContextValues,
  type Interceptor,
  type Transport,
  type UnaryResponse,
} from "@connectrpc/connect";
import { errorIn } from "./wire-error.ts";

export interface BinaryTransportOptions {
  /** From the outside in. */
  readonly interceptors: readonly Interceptor[];
  readonly fetch?: typeof fetch;
}

type Next = ReturnType<Interceptor>;

/** What the library's Transport is called with, in its order. */
type UnaryCall<I extends DescMessage, O extends DescMessage> = [
  method: DescMethodUnary<I, O>,
  signal: AbortSignal | undefined,
  timeoutMs: number | undefined,
  header: HeadersInit | undefined,
  input: MessageInitShape<I>,
  contextValues?: ContextValues,
];

const contentType = "application/proto";

/**
 * The part of the Connect protocol that this client speaks: one binary message there and one back. The
 * library's own transport brings JSON and streaming along, 12 KiB of the first load that nothing here uses.
 */
export function createBinaryTransport(options: BinaryTransportOptions): Transport {
  const { interceptors, fetch = globalThis.fetch.bind(globalThis) } = options;
  const run = interceptors.reduceRight<Next>((next, intercept) => intercept(next), postOver(fetch));
  return {
    unary: async <I extends DescMessage, O extends DescMessage>(...call: UnaryCall<I, O>) => {
      const [method, signal, timeoutMs, header, input, contextValues = createContextValues()] = call;
      const limited = signalOf(signal, timeoutMs);
      try {
        const response = await run({
          stream: false,
          service: method.parent,
          method,
          requestMethod: "POST",
          url: `/${method.parent.typeName}/${method.name}`,
          signal: limited,
          header: headerOf(header, timeoutMs),
          contextValues,
          message: create(method.input, input),
        });
        return response as UnaryResponse<I, O>;
      } catch (error) {
        throw limited.aborted ? ConnectError.from(limited.reason, Code.Canceled) : ConnectError.from(error);
      }
    },
    stream: async () => {
      throw new ConnectError("news come over the realtime socket, not by streams", Code.Unimplemented);
    },
  };
}

function postOver(fetch: typeof globalThis.fetch): Next {
  return async (request) => {
    if (request.stream) throw new ConnectError("streams are not spoken here", Code.Unimplemented);
    const { method, service, signal, header: headers } = request;
    const body = toBinary(method.input, request.message);
    const response = await fetch(request.url, { method: "POST", redirect: "error", headers, signal, body });
    if (response.status !== 200) throw await errorIn(response);
    if (response.headers.get("content-type") !== contentType) {
      throw new ConnectError("the answer is not one of our server", Code.Unknown, response.headers);
    }
    const message = fromBinary(method.output, new Uint8Array(await response.arrayBuffer()));
    return { stream: false, service, method, header: response.headers, message, trailer: new Headers() };
  };
}

function headerOf(given: HeadersInit | undefined, timeoutMs: number | undefined): Headers {
  const header = new Headers(given);
  header.set("Content-Type", contentType);
  header.set("Connect-Protocol-Version", "1");
  if (timeoutMs !== undefined) header.set("Connect-Timeout-Ms", String(timeoutMs));
  return header;
}

function signalOf(signal: AbortSignal | undefined, timeoutMs: number | undefined): AbortSignal {
  const signals = signal === undefined ? [] : [signal];
  if (timeoutMs !== undefined) signals.push(AbortSignal.timeout(timeoutMs));
  return AbortSignal.any(signals);
}
