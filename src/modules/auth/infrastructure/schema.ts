import type { Generated } from "kysely";
import type { ApiKeyId, InvitationId, OrgId, PasskeyId, SessionId, UserId } from "../../../kernel/ids.ts";
import type { Encrypted } from "../../../platform/secrets/encryption.ts";
import type { SecretHash } from "../application/ports.ts";
import type { KeyScope } from "../domain/api-key.ts";
import type { Ceremony, Purpose } from "../domain/ceremony.ts";
import type { EmailAddress } from "../domain/email.ts";
import type { Invitation } from "../domain/invitation.ts";
import type { LinkPurpose } from "../domain/mailed-link.ts";
import type { NewPasskey } from "../domain/passkey.ts";
import type { Role } from "../domain/role.ts";
import type { SignInMethod } from "../domain/session.ts";
import type { SignInResult } from "../domain/sign-in.ts";

/** The tables of the schema `auth`. */
export interface AuthSchema {
  "auth.installation": { org_id: OrgId; second_factor_from: Generated<Date | null> };
  "auth.totp": { user_id: UserId; secret: Encrypted; confirmed_at: Date | null; last_step: bigint };
  "auth.sign_ins": SignInRow;
  "auth.recovery_codes": { user_id: UserId; code_hash: SecretHash };
  "auth.accounts": AccountRow;
  "auth.sessions": SessionRow;
  "auth.ended_sessions": {
    id: Generated<bigint>;
    user_id: UserId;
    ended_at: Date;
    ended_by: UserId;
    user_agent: string;
    address: string;
  };
  "auth.api_keys": ApiKeyRow;
  "auth.api_calls": ApiCallRow;
  "auth.invitations": InvitationRow;
  "auth.signing_keys": SigningKeyRow;
  "auth.withdrawals": WithdrawalRow;
  "auth.withdrawn_sessions": { token_hash: SecretHash; user_id: UserId };
  "auth.links": { token_hash: SecretHash; purpose: LinkPurpose; user_id: UserId; expires_at: Date };
  "auth.registrations": {
    token_hash: SecretHash;
    email: EmailAddress;
    password_hash: string | null;
    passkey: WaitingPasskey | null;
    name: string;
    expires_at: Date;
  };
  "auth.passkeys": PasskeyRow;
  "auth.identities": IdentityRow;
  "auth.heard_logouts": { issuer: string; jti: string; expires_at: Date };
  "auth.ceremonies": {
    token_hash: SecretHash;
    purpose: Purpose;
    user_id: UserId | null;
    content: Ceremony;
    expires_at: Date;
  };
}

export interface WithdrawalRow {
  user_id: UserId;
  email: EmailAddress;
  password_hash: string | null;
  reason: string;
  message: string;
  expires_at: Date;
}

export interface AccountRow {
  user_id: UserId;
  org_id: OrgId;
  email: EmailAddress;
  password_hash: string | null;
  role: Role;
  email_verified_at: Date | null;
  deactivated_at: Date | null;
}

export interface SessionRow {
  id: SessionId;
  user_id: UserId;
  token_hash: SecretHash;
  created_at: Date;
  last_seen_at: Date;
  user_agent: string;
  address: string;
  method: SignInMethod;
  confirmed_at: Date | null;
  provider_issuer: string | null;
  provider_subject: string | null;
  provider_sid: string | null;
}

export interface IdentityRow {
  issuer: string;
  subject: string;
  user_id: UserId;
  linked_at: Date;
}

export interface SignInRow {
  id: Generated<bigint>;
  user_id: UserId;
  org_id: OrgId;
  at: Date;
  method: SignInMethod;
  result: SignInResult;
  address: string;
  user_agent: string;
  device: string;
  new_device: boolean;
}

export interface PasskeyRow {
  id: PasskeyId;
  user_id: UserId;
  credential_id: string;
  handle: string;
  public_key: Buffer<ArrayBuffer>;
  counter: bigint;
  transports: readonly string[];
  backed_up: boolean;
  name: string;
  created_at: Date;
  last_used_at: Date | null;
  suspected_at: Date | null;
}

/** As JSON, with its key in base64url. */
export type WaitingPasskey = Omit<NewPasskey, "publicKey"> & { readonly publicKey: string };

export interface ApiKeyRow {
  id: ApiKeyId;
  user_id: UserId;
  secret_hash: SecretHash;
  name: string;
  scopes: readonly KeyScope[];
  created_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
}

export interface InvitationRow {
  id: InvitationId;
  org_id: OrgId;
  token_hash: SecretHash;
  role: Invitation["role"];
  email: EmailAddress | null;
  created_by: UserId;
  created_at: Date;
  expires_at: Date;
  uses_left: number;
  revoked_at: Date | null;
}

export interface SigningKeyRow {
  kid: string;
  secret: Encrypted;
  created_at: Date;
  retired_at: Date | null;
}

export interface ApiCallRow {
  id: Generated<bigint>;
  api_key_id: ApiKeyId;
  user_id: UserId;
  service: string;
  method: string;
  code: string;
  duration_ms: number;
  request_id: string;
  address: string;
  at: Date;
}
