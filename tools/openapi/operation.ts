import { type DescMethod, type DescService, getOption } from "@bufbuild/protobuf";
import { MethodOptions_IdempotencyLevel as Idempotency } from "@bufbuild/protobuf/wkt";
import { public$ as isPublic } from "../../gen/chatter/options/v1/access_pb.js";
import { descriptionOf, summaryOf } from "./description.ts";
import { type JsonSchema, referTo } from "./json-schema.ts";

/** Where Connect serves a method: always a POST, with the message as the body. */
export function pathOf(service: DescService, method: DescMethod): string {
  return `/${service.typeName}/${method.name}`;
}

export function operationFor(service: DescService, method: DescMethod): JsonSchema {
  const streams = method.methodKind !== "unary";
  const readsOnly = method.idempotency === Idempotency.NO_SIDE_EFFECTS;
  return {
    operationId: `${service.name}_${method.name}`,
    tags: [service.typeName],
    ...summaryOf(method),
    ...descriptionOf(method),
    ...(method.deprecated ? { deprecated: true } : {}),
    ...(getOption(method, isPublic) ? { security: [] } : {}),
    ...(readsOnly || streams ? {} : { parameters: [{ $ref: "#/components/parameters/IdempotencyKey" }] }),
    requestBody: { required: true, content: bodyOf(streams, referTo(method.input)) },
    responses: {
      "200": {
        description: streams ? "Messages, each in an envelope of the Connect protocol." : "Done.",
        content: bodyOf(streams, referTo(method.output)),
      },
      default: { $ref: "#/components/responses/Error" },
    },
    ...(streams ? { "x-stream": true } : {}),
    ...(readsOnly ? { "x-reads-only": true } : {}),
  };
}

function bodyOf(streams: boolean, schema: JsonSchema): JsonSchema {
  return { [streams ? "application/connect+json" : "application/json"]: { schema } };
}
