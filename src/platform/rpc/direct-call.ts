import type { IncomingMessage, ServerResponse } from "node:http";
import type { DescMethodUnary } from "@bufbuild/protobuf";
import {
  Code,
  ConnectError,
  type ContextValues,
  type HandlerContext,
  type UnaryRequest,
} from "@connectrpc/connect";
import { requestInfo } from "./request.ts";

/**
 * The context of a unary call over HTTP/1.1 that was taken directly. Most handlers look at neither
 * signal nor headers, so each is made when it is first asked for.
 */
export class DirectCall implements HandlerContext {
  readonly method: DescMethodUnary;
  readonly service;
  readonly values: ContextValues;
  readonly protocolName = "connect";
  readonly requestMethod = "POST";
  readonly responseHeader = new Headers();
  readonly responseTrailer = new Headers();
  readonly timeoutMs = (): undefined => undefined;
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  #requestHeader: Headers | undefined;
  #signal: AbortSignal | undefined;

  constructor(
    method: DescMethodUnary,
    values: ContextValues,
    request: IncomingMessage,
    response: ServerResponse,
  ) {
    this.method = method;
    this.service = method.parent;
    this.values = values;
    this.#request = request;
    this.#response = response;
  }

  get requestHeader(): Headers {
    // Only set-cookie would be a list, and that is not a header of requests.
    this.#requestHeader ??= new Headers(this.#request.headers as Record<string, string>);
    return this.#requestHeader;
  }

  get signal(): AbortSignal {
    this.#signal ??= abortedOnClose(this.#response);
    return this.#signal;
  }

  get url(): string {
    return `http://${this.values.get(requestInfo).host}${this.#request.url ?? ""}`;
  }
}

/** The call as interceptors see it. */
export function requestOf(call: DirectCall, message: UnaryRequest["message"]): UnaryRequest {
  return {
    stream: false,
    message,
    method: call.method,
    service: call.service,
    requestMethod: call.requestMethod,
    contextValues: call.values,
    get url() {
      return call.url;
    },
    get header() {
      return call.requestHeader;
    },
    get signal() {
      return call.signal;
    },
  };
}

function abortedOnClose(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => {
    const gone = response.writableFinished
      ? undefined
      : new ConnectError("the client went away", Code.Canceled);
    controller.abort(gone);
  });
  return controller.signal;
}
