import type { ApiKeyId, UserId } from "../../../kernel/ids.ts";

/** A call that a program made with an API key, or with an access token that was exchanged for one. */
export interface ApiCall {
  /** Counts upwards. */
  readonly id: bigint;
  readonly apiKeyId: ApiKeyId;
  /** Undefined once the key is revoked. */
  readonly keyName: string | undefined;
  readonly userId: UserId;
  /** Such as chatter.message.v1.MessageService/SendMessage. */
  readonly method: string;
  /** A Connect code in lower case, or "ok". */
  readonly code: string;
  readonly durationMs: number;
  readonly requestId: string;
  readonly address: string;
  /** When it was over. */
  readonly at: Date;
}

export type NewApiCall = Omit<ApiCall, "id" | "keyName">;

/** Which calls somebody looks for; what is undefined matters not. */
export interface ApiCallsWanted {
  readonly apiKeyId: ApiKeyId | undefined;
  readonly userId: UserId | undefined;
  /** With its service or without. */
  readonly method: string | undefined;
  readonly onlyFailures: boolean;
  readonly from: Date | undefined;
  readonly until: Date | undefined;
}

/** Where a page of calls ends. */
export type ApiCallPlace = Pick<ApiCall, "at" | "id">;

const DAY_MS = 86_400_000;

/** Calls before this moment are forgotten. */
export function callsForgottenBefore(now: Date, keepDays: number): Date {
  return new Date(now.getTime() - keepDays * DAY_MS);
}
