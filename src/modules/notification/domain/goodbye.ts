/** Why the server ends a connection. */
export type GoodbyeReason =
  | "shutting_down"
  | "session_ended"
  | "too_slow"
  | "protocol_error"
  | "unauthenticated"
  | "rate_limited";

export interface Goodbye {
  readonly reason: GoodbyeReason;
  /** A sentence for whoever writes the client. */
  readonly message: string;
  /** How long the client should stay away. */
  readonly reconnectAfterMs?: number;
  /** Where the protocol names a more exact close code of the WebSocket than the reason's own. */
  readonly closeCode?: number;
}
