import { Code, ConnectError } from "@connectrpc/connect";
import { ErrorDetailSchema } from "../../../../gen/chatter/options/v1/error_pb.js";

/** The reason for which a call is refused, or its code and message where the refusal gives none. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => ConnectError.from(reason),
  );
  if (error === undefined) return "no refusal";
  const [detail] = error.findDetails(ErrorDetailSchema);
  return detail?.reason ?? `${Code[error.code]}: ${error.rawMessage}`;
}
