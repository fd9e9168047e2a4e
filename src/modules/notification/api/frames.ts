import { create, fromBinary, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { durationFromMs, timestampFromDate } from "@bufbuild/protobuf/wkt";
import {
  EphemeralSchema,
  Goodbye_Reason,
  Reset_Reason,
  type ServerFrame,
  ServerFrameSchema,
} from "../../../../gen/chatter/notification/v1/realtime_pb.js";
import { UserSchema } from "../../../../gen/chatter/user/v1/user_pb.js";
import type { Clock } from "../../../kernel/clock.ts";
import { createFrame } from "../../../platform/realtime/frame.ts";
import type { Limits } from "../application/limits.ts";
import type { Frame, Frames } from "../application/ports.ts";
import type { GoodbyeReason } from "../domain/goodbye.ts";
import type { ResetReason } from "../domain/position.ts";
import { MAX_FRAME_BYTES } from "./client-frames.ts";
import { entriesFrame } from "./entries-frame.ts";
import { presenceToProto } from "./presence.ts";
import { sendErrorToProto } from "./send-error.ts";

const GOODBYE: Readonly<Record<GoodbyeReason, Goodbye_Reason>> = {
  shutting_down: Goodbye_Reason.SHUTTING_DOWN,
  session_ended: Goodbye_Reason.SESSION_ENDED,
  too_slow: Goodbye_Reason.TOO_SLOW,
  protocol_error: Goodbye_Reason.PROTOCOL_ERROR,
  unauthenticated: Goodbye_Reason.UNAUTHENTICATED,
  rate_limited: Goodbye_Reason.RATE_LIMITED,
};

const RESET: Readonly<Record<ResetReason, Reset_Reason>> = {
  too_far_behind: Reset_Reason.TOO_FAR_BEHIND,
  unknown_cursor: Reset_Reason.UNKNOWN_CURSOR,
  not_allowed: Reset_Reason.NOT_ALLOWED,
};

export interface FramesDeps {
  readonly clock: Clock;
  readonly limits: Limits;
  /** Changes with each release. */
  readonly serverVersion: string;
}

/** Server frames of chatter.notification.v1. */
export function createFrames(deps: FramesDeps): Frames {
  const ping = encode({ case: "ping", value: {} });
  return {
    entries: entriesFrame,
    welcome: ({ connection, userId }) =>
      encode({
        case: "welcome",
        value: {
          connection,
          userId,
          heartbeat: durationFromMs(deps.limits.heartbeatMs),
          limits: {
            maxFrameBytes: MAX_FRAME_BYTES,
            catchUpEntries: deps.limits.catchUpEntries,
            maxWatchedStreams: deps.limits.watchedStreams,
          },
          serverTime: timestampFromDate(deps.clock.now()),
          serverVersion: deps.serverVersion,
        },
      }),
    caughtUp: (stream, head) => encode({ case: "caughtUp", value: { stream, head: BigInt(head) } }),
    reset: (stream, head, reason) =>
      encode({ case: "reset", value: { stream, head: BigInt(head), reason: RESET[reason] } }),
    sendResult: (outcome) => {
      const { clientId } = outcome;
      if ("error" in outcome) {
        const error = sendErrorToProto(outcome.error);
        return encode({ case: "sendResult", value: { clientId, result: { case: "error", value: error } } });
      }
      return encode({ case: "sendResult", value: { clientId, result: { case: "sent", value: outcome } } });
    },
    typing: ({ channelId, threadRootId, userId }) =>
      ephemeral({ case: "typing", value: { channelId, threadRootId, userId } }),
    presence: (userId, state) =>
      ephemeral({ case: "presence", value: { userId, state: presenceToProto(state) } }),
    org: (org) => ephemeral({ case: "org", value: { org } }),
    user: (user) => ephemeral({ case: "user", value: { user: fromBinary(UserSchema, user) } }),
    ping: () => ping,
    goodbye: ({ reason, message, reconnectAfterMs = 0 }) =>
      encode({
        case: "goodbye",
        value: { reason: GOODBYE[reason], message, reconnectAfter: durationFromMs(reconnectAfterMs) },
      }),
  };
}

type FrameInit = NonNullable<MessageInitShape<typeof ServerFrameSchema>["frame"]>;
type EphemeralInit = NonNullable<MessageInitShape<typeof EphemeralSchema>["body"]>;

const ephemeral = (body: EphemeralInit): Frame =>
  encode({ case: "ephemeral", value: create(EphemeralSchema, { body }) });

function encode(frame: FrameInit): Frame {
  const bytes = toBinary(ServerFrameSchema, create(ServerFrameSchema, { frame }));
  return createFrame(bytes.length, (payload) => payload.set(bytes));
}

/** A frame as a message again, for programs that get messages instead of bytes. */
export const frameToProto = (frame: Frame): ServerFrame => fromBinary(ServerFrameSchema, frame.payload);
