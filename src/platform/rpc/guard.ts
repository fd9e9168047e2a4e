import type { Interceptor, StreamRequest, UnaryRequest } from "@connectrpc/connect";
import { isPublic } from "./access.ts";
import { gated } from "./gate.ts";

/**
 * Denies by default: what a handler answers without having asked the gate is thrown away, so that a
 * forgotten gate is found by the first call of the method and never by a stranger.
 */
export const guard: Interceptor = (next) => async (request) => {
  const response = await next(request);
  if (response.stream) return { ...response, message: guarded(request, response.message) };
  assertGated(request);
  return response;
};

async function* guarded<T>(request: UnaryRequest | StreamRequest, messages: AsyncIterable<T>) {
  for await (const message of messages) {
    assertGated(request);
    yield message;
  }
  assertGated(request);
}

function assertGated({ method, contextValues }: UnaryRequest | StreamRequest): void {
  if (contextValues.get(gated) || isPublic(method)) return;
  throw new Error(`the handler of ${method.parent.typeName}/${method.name} did not ask the gate`);
}
