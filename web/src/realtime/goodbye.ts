import { durationMs } from "@bufbuild/protobuf/wkt";
import { type Goodbye, Goodbye_Reason } from "../../../gen/chatter/notification/v1/realtime_pb.js";

const ourFaults: ReadonlySet<Goodbye_Reason> = new Set([
  Goodbye_Reason.PROTOCOL_ERROR,
  Goodbye_Reason.RATE_LIMITED,
]);
const afterOurFaultMs = 10_000;

/** How long the server wants this client to stay away, in milliseconds. */
export function absenceAskedBy(goodbye: Goodbye | undefined): number {
  if (goodbye === undefined) return 0;
  const asked = goodbye.reconnectAfter === undefined ? 0 : durationMs(goodbye.reconnectAfter);
  return ourFaults.has(goodbye.reason) ? Math.max(asked, afterOurFaultMs) : asked;
}

/** Whether the server ended the connection because nobody is signed in on it any more. */
export function tellsOfSignOut(goodbye: Goodbye | undefined): boolean {
  const reason = goodbye?.reason;
  return reason === Goodbye_Reason.SESSION_ENDED || reason === Goodbye_Reason.UNAUTHENTICATED;
}
