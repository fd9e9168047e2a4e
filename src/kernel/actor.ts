import type { ApiKeyId, OrgId, SessionId, UserId } from "./ids.ts";

/**
 * Stands for whoever runs the commands of the server's own machine, where an act is noted with whose it was. It is
 * well formed, and nobody's: no account has it, and no credential opens it.
 */
export const OPERATOR = `usr_${"0".repeat(27)}` as UserId;

/** The operator, deciding about an organisation. */
export const operatorOf = (orgId: OrgId): Actor => ({ userId: OPERATOR, orgId, scope: "full" });

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
