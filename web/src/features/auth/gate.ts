import { type ParsedLocation, redirect } from "@tanstack/react-router";
import type {
  Account,
  GetInvitationResponse,
  GetSetupResponse,
} from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { reasonOf } from "../../data/errors.ts";
import { browserClients } from "../../session/clients.tsx";
import { session } from "../../session/session.ts";
import { home } from "./next.ts";

const { auth } = browserClients;

/** For pages of people who are signed in: sends everybody else to sign in, or to set up where nobody is yet. */
export async function requireAccount(location: Pick<ParsedLocation, "href">): Promise<Account> {
  const account = await session.account();
  if (account !== undefined) return account;
  if ((await readSetup()).needsOwner) return goTo("/setup");
  return goTo(location.href === home ? "/login" : `/login?next=${encodeURIComponent(location.href)}`);
}

/**
 * For pages of people who are not: sends those who are signed in to where they wanted, and from an empty
 * server to its set-up.
 */
export async function requireStranger(next: string = home): Promise<GetSetupResponse> {
  const [account, setup] = await Promise.all([session.account(), readSetup()]);
  if (account !== undefined) return goTo(next);
  if (setup.needsOwner) return goTo("/setup");
  return setup;
}

/** For the set-up: an organisation is made once. */
export async function requireEmptyServer(): Promise<void> {
  if (!(await readSetup()).needsOwner) goTo(home);
}

/** What the router takes for a redirect is thrown and yet no error, so it throws it itself. */
function goTo(href: string): never {
  redirect({ href, replace: true, throw: true });
  throw new Error("A redirect does not return.");
}

export function readSetup(): Promise<GetSetupResponse> {
  return auth.getSetup({});
}

/** What an invitation link leads to, undefined when it cannot be used any more, and who follows it. */
export async function openInvitation(token: string) {
  const [invitation, account] = await Promise.all([findInvitation(token), session.account()]);
  return { invitation, account };
}

async function findInvitation(token: string): Promise<GetInvitationResponse | undefined> {
  try {
    return await auth.getInvitation({ token });
  } catch (error) {
    if (reasonOf(error) === "INVITATION_INVALID") return undefined;
    throw error;
  }
}

/** Follows the link of a letter that asked whether an address is somebody's own. */
export async function confirmAddress(token: string) {
  const isConfirmed = await confirm(token);
  // The account says now that its address is confirmed.
  session.forget();
  return { isConfirmed, isSignedIn: (await session.account()) !== undefined };
}

async function confirm(token: string): Promise<boolean> {
  try {
    await auth.verifyEmail({ token });
    return true;
  } catch (error) {
    if (reasonOf(error) === "LINK_INVALID") return false;
    throw error;
  }
}
