import type { IncomingMessage, ServerResponse } from "node:http";
import { create, fromBinary, fromJsonString, toBinary, toJsonString } from "@bufbuild/protobuf";
import {
  Code,
  ConnectError,
  type ContextValues,
  type Interceptor,
  type MethodImplSpec,
  type UnaryRequest,
} from "@connectrpc/connect";
import { codeToHttpStatus, errorToJsonBytes } from "@connectrpc/connect/protocol-connect";
import { compressionGzip } from "@connectrpc/connect-node";
import { type CallPolicy, utf8 } from "./call-policy.ts";
import { DirectCall, requestOf } from "./direct-call.ts";
import { recordFailure } from "./outcome.ts";
import { readBody } from "./read-body.ts";

type Unary = Extract<MethodImplSpec, { kind: "unary" }>;
type Next = Parameters<Interceptor>[0];

interface Answer {
  readonly status: number;
  readonly body: Uint8Array | string;
}

const JSON_TYPES = new Set(["application/json", "application/json; charset=utf-8"]);
const BINARY_TYPE = "application/proto";
const COMPRESS_BYTES = 1024;

/**
 * Serves the plain case of a Connect unary call over HTTP/1.1 (POST, uncompressed, no deadline) at a
 * third of the cost of the general handler. Same implementation, same policy, same answers: one suite
 * of tests runs through both. Undefined where the general handler must serve.
 */
export function findDirectFormat({ method, headers }: IncomingMessage): "json" | "binary" | undefined {
  const type = headers["content-type"]?.toLowerCase() ?? "";
  const plain = method === "POST" && !headers["content-encoding"] && !headers["connect-timeout-ms"];
  if (plain && JSON_TYPES.has(type)) return "json";
  return plain && type === BINARY_TYPE ? "binary" : undefined;
}

export function createUnaryHandler({ method, impl }: Unary, policy: CallPolicy) {
  const parse = (bytes: Buffer, binary: boolean) =>
    binary
      ? fromBinary(method.input, bytes)
      : fromJsonString(method.input, utf8.decode(bytes), policy.jsonOptions);

  const invoke = async (call: DirectCall, request: UnaryRequest) => {
    const handler: Next = async ({ message }) => ({
      stream: false,
      method,
      service: method.parent,
      message: create(method.output, await impl(message as UnaryRequest["message"], call)),
      header: call.responseHeader,
      trailer: call.responseTrailer,
    });
    const chain = policy.interceptors.reduceRight((next, interceptor) => interceptor(next), handler);
    return (await chain(request)).message as UnaryRequest["message"];
  };

  const answer = async (call: DirectCall, request: IncomingMessage, binary: boolean): Promise<Answer> => {
    try {
      await policy.requestGate(call);
      const bytes = await readBody(request, policy.readMaxBytes);
      const output = await invoke(call, requestOf(call, parsed(parse, bytes, binary)));
      return {
        status: 200,
        body: binary ? toBinary(method.output, output) : toJsonString(method.output, output),
      };
    } catch (error) {
      return refuse(call, policy.answerError(error, call), policy);
    }
  };

  return async (request: IncomingMessage, response: ServerResponse, values: ContextValues): Promise<void> => {
    const binary = findDirectFormat(request) === "binary";
    const call = new DirectCall(method, values, request, response);
    call.responseHeader.set("content-type", binary ? BINARY_TYPE : "application/json");
    await send(response, call, await answer(call, request, binary));
  };
}

function refuse(call: DirectCall, error: ConnectError, { jsonOptions }: CallPolicy): Answer {
  recordFailure(call.values, error);
  call.responseHeader.set("content-type", "application/json");
  error.metadata.forEach((value, name) => call.responseHeader.append(name, value));
  return { status: codeToHttpStatus(error.code), body: errorToJsonBytes(error, jsonOptions) };
}

function parsed<T>(parse: (bytes: Buffer, binary: boolean) => T, bytes: Buffer, binary: boolean): T {
  try {
    return parse(bytes, binary);
  } catch (error) {
    throw ConnectError.from(error, Code.InvalidArgument);
  }
}

async function send(response: ServerResponse, call: DirectCall, { status, body }: Answer): Promise<void> {
  const compress = Buffer.byteLength(body) >= COMPRESS_BYTES && acceptsGzip(call.requestHeader);
  const bytes = compress ? await compressionGzip.compress(Buffer.from(body)) : body;
  for (const [name, value] of call.responseHeader) response.appendHeader(name, value);
  for (const [name, value] of call.responseTrailer) response.appendHeader(`trailer-${name}`, value);
  if (compress) response.setHeader("content-encoding", "gzip");
  response.writeHead(status, { "content-length": Buffer.byteLength(bytes) });
  response.end(bytes);
}

function acceptsGzip(header: Headers): boolean {
  return /\bgzip\b/.test(header.get("accept-encoding") ?? "");
}
