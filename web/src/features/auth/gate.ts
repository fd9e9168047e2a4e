import { redirect } from "@tanstack/react-router";
import type { GetInvitationResponse } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { failureOf } from "../../api/failure.ts";
import type { Client } from "../../store/client.ts";
import { type Setup, setupFromProto } from "../../store/session/account.ts";
import { home } from "./next.ts";
import { settledSession } from "./settled-session.ts";

/** What a route asks before it shows a page. */
type Asked = Pick<Client, "api" | "session">;

/** For pages of people who are signed in: sends everybody else to sign in, or to set up where nobody is yet. */
export async function requireAccount({ session }: Asked, location: { readonly href: string }): Promise<void> {
  const state = await settledSession(session);
  if (state.phase === "signed-in") return;
  if (state.setup.needsOwner) goTo("/setup");
  goTo(location.href === home ? "/login" : `/login?next=${encodeURIComponent(location.href)}`);
}

/**
 * For pages of people who are not: sends those who are signed in to where they wanted, and from an empty
 * server to its set-up.
 */
export async function requireStranger({ session }: Asked, next: string = home): Promise<Setup> {
  const state = await settledSession(session);
  if (state.phase === "signed-in") return goTo(next);
  return state.setup.needsOwner ? goTo("/setup") : state.setup;
}

/** For the set-up: an organisation is made once. */
export async function requireEmptyServer({ session }: Asked): Promise<void> {
  const state = await settledSession(session);
  if (state.phase === "signed-in" || !state.setup.needsOwner) goTo(home);
}

export async function readSetup({ api }: Asked): Promise<Setup> {
  return setupFromProto(await api.auth.getSetup({}));
}

/** What an invitation link leads to, undefined when it cannot be used any more, and who follows it. */
export async function openInvitation({ api, session }: Asked, token: string) {
  const [invitation, state] = await Promise.all([findInvitation(api, token), settledSession(session)]);
  return { invitation, account: state.phase === "signed-in" ? state.account : undefined };
}

/** Follows the link of a letter that asked whether an address is somebody's own. */
export async function confirmAddress({ api, session }: Asked, token: string) {
  const isConfirmed = await confirm(api, token);
  // The account says now that its address is confirmed.
  if (isConfirmed) await session.verify();
  return { isConfirmed, isSignedIn: (await settledSession(session)).phase === "signed-in" };
}

async function findInvitation(api: Asked["api"], token: string): Promise<GetInvitationResponse | undefined> {
  try {
    return await api.auth.getInvitation({ token });
  } catch (error) {
    if (failureOf(error).reason === "INVITATION_INVALID") return undefined;
    throw error;
  }
}

async function confirm(api: Asked["api"], token: string): Promise<boolean> {
  try {
    await api.auth.verifyEmail({ token });
    return true;
  } catch (error) {
    if (failureOf(error).reason === "LINK_INVALID") return false;
    throw error;
  }
}

/** What the router takes for a redirect is thrown and yet no error, so the router throws it. */
function goTo(href: string): never {
  redirect({ href, replace: true, throw: true });
  throw new Error("A redirect does not return.");
}
