import type { Goodbye, GoodbyeReason } from "../domain/goodbye.ts";

// 1001, 1002 and 1008 are the WebSocket protocol's own; 4000 to 4999 are for applications.
const CLOSE_CODES: Readonly<Record<GoodbyeReason, number>> = {
  shutting_down: 1001,
  session_ended: 4003,
  too_slow: 4008,
  protocol_error: 1002,
  unauthenticated: 4001,
  rate_limited: 1008,
};

/** The code with which a WebSocket is closed. */
export const closeCodeOf = ({ reason, closeCode }: Goodbye): number => closeCode ?? CLOSE_CODES[reason];
