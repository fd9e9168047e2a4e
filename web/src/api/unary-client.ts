import type {
  DescMessage,
  DescMethod,
  DescMethodUnary,
  DescService,
  MessageInitShape,
} from "@bufbuild/protobuf";
import type { CallOptions, Client, Transport } from "@connectrpc/connect";

/** The methods of a service that take one message and answer with one. */
export type UnaryClient<Service extends DescService> = Pick<
  Client<Service>,
  {
    [Name in keyof Service["method"]]: Service["method"][Name] extends { methodKind: "unary" } ? Name : never;
  }[keyof Service["method"]]
>;

/** Like the library's client, without what makes streams of its calls. */
export function createUnaryClient<Service extends DescService>(
  service: Service,
  transport: Transport,
): UnaryClient<Service> {
  const calls = service.methods
    .filter(isUnary)
    .map((method) => [method.localName, callOf(method, transport)]);
  return Object.fromEntries(calls) as UnaryClient<Service>;
}

function isUnary(method: DescMethod): method is DescMethodUnary & DescMethod {
  return method.methodKind === "unary";
}

function callOf(method: DescMethodUnary, transport: Transport) {
  return async (input: MessageInitShape<DescMessage>, options: CallOptions = {}) => {
    const { signal, timeoutMs, headers, contextValues } = options;
    const response = await transport.unary(method, signal, timeoutMs, headers, input, contextValues);
    options.onHeader?.(response.header);
    options.onTrailer?.(response.trailer);
    return response.message;
  };
}
