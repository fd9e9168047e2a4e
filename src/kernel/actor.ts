import type { ApiKeyId, OrgId, SessionId, UserId } from "./ids.ts";

/** Who acts: the person behind a request, and by what they were recognised. */
export interface Actor {
  readonly userId: UserId;
  readonly orgId: OrgId;
  /** Absent for API keys. */
  readonly sessionId?: SessionId;
  /** Absent for sessions. */
  readonly apiKeyId?: ApiKeyId;
  /** What the credential allows: a key may be limited to reading. */
  readonly scope: "full" | "read";
}
