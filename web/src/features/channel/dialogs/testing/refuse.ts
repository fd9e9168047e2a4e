import { Code, ConnectError } from "@connectrpc/connect";
import { ErrorDetailSchema } from "../../../../../../gen/chatter/options/v1/error_pb.js";

/** What the server answers when it refuses, by the name of the reason. */
export function refusalOf(reason: string, code = Code.FailedPrecondition): ConnectError {
  const detail = { desc: ErrorDetailSchema, value: { reason } };
  return new ConnectError("A sentence of the server.", code, undefined, [detail]);
}
