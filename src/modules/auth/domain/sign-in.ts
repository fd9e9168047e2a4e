import type { OrgId, UserId } from "../../../kernel/ids.ts";
import { type Client, describeClient, type SignInMethod } from "./session.ts";

/** How an attempt ended: in, or what was wrong. */
export type SignInResult = "in" | "wrongPassword" | "wrongCode" | "copiedPasskey" | "deactivated";

/** Somebody came in or tried to. */
export interface SignIn {
  /** Counts upwards. */
  readonly id: bigint;
  readonly userId: UserId;
  readonly at: Date;
  readonly method: SignInMethod;
  readonly result: SignInResult;
  readonly address: string;
  readonly userAgent: string;
  /** Its person had come in before, and never with this browser on this system. */
  readonly newDevice: boolean;
}

export type NewSignIn = Omit<SignIn, "id"> & { readonly orgId: OrgId };

const DAY_MS = 86_400_000;
const KEEP_DAYS = 180;

/** Sign-ins before this moment are forgotten. */
export function forgottenBefore(now: Date): Date {
  return new Date(now.getTime() - KEEP_DAYS * DAY_MS);
}

/** A browser says another version every month and is the same; another one, or another system, is not. */
export function deviceOf(client: Client): string {
  return describeClient(client).userAgent.replace(/[\d._]+/g, "");
}
