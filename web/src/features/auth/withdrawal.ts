import type { ConnectError } from "@connectrpc/connect";
import { ErrorDetailSchema } from "../../../../gen/chatter/options/v1/error_pb.js";
import { entryText as t } from "../../text/entry.ts";
import { textOfReason } from "../../text/reasons.ts";

/** What a program that is broken refuses with: its sentence is for who mends it. */
const BROKEN = "SAGA_BROKEN";

/**
 * What is said to somebody whose registration was taken back after they had come in, by what the server answered
 * their session with; undefined where it ended otherwise.
 */
export function sentenceOfWithdrawal(ended: ConnectError | undefined): string | undefined {
  const [detail] = ended?.findDetails(ErrorDetailSchema) ?? [];
  if (detail?.reason !== "REGISTRATION_WITHDRAWN") return undefined;
  const { because = BROKEN, why = "" } = detail.metadata;
  const cause = textOfReason(because) ?? (because === BROKEN ? "" : why);
  return cause === "" ? t("withdrawn.again") : `${cause} ${t("withdrawn.again")}`;
}
