import { type DescMethod, getOption } from "@bufbuild/protobuf";
import { MethodOptions_IdempotencyLevel } from "@bufbuild/protobuf/wkt";
import { public$ } from "../../../gen/chatter/options/v1/access_pb.js";

const known = new WeakMap<DescMethod, boolean>();

/** Answers callers that have not signed in. */
export function isPublic(method: DescMethod): boolean {
  const found = known.get(method) ?? declaredPublic(method);
  known.set(method, found);
  return found;
}

/** Whether calling it again, or in the name of somebody who may only read, could do harm. */
export function hasSideEffects(method: DescMethod): boolean {
  return method.idempotency !== MethodOptions_IdempotencyLevel.NO_SIDE_EFFECTS;
}

/** Health and reflection are asked by probes and tools that have no account. */
function declaredPublic(method: DescMethod): boolean {
  return method.parent.typeName.startsWith("grpc.") || getOption(method, public$);
}
