import type { EmailAddress } from "../domain/email.ts";
import { refuse } from "../domain/errors.ts";
import { type Invitation, isOpen, useInvitation } from "../domain/invitation.ts";
import { linkExpiry } from "../domain/mailed-link.ts";
import type { NewPasskey } from "../domain/passkey.ts";
import { type CreatedAccount, createAccount } from "./create-account.ts";
import { alreadyRegistered, confirmAddress } from "./letters.ts";
import type { AuthPorts, Letter } from "./ports.ts";
import type { AuthTransaction } from "./store.ts";

export interface Candidate {
  readonly email: EmailAddress;
  readonly passwordHash: string | undefined;
  /** What opens the account instead of a password. */
  readonly passkey: NewPasskey | undefined;
  readonly name: string;
}

export type Admission =
  | ({ readonly kind: "account" } & CreatedAccount)
  | { readonly kind: "confirmation"; readonly letter: Letter };

type AdmissionDeps = Pick<AuthPorts, "store" | "clock" | "ids" | "secrets" | "mail" | "settings">;

interface Wish {
  readonly orgName: string;
  readonly invitation: string | undefined;
}

/** Turns away, before anything is expensive, whom `admit` would turn away whatever else they bring. */
export async function assertRegistrationIsPossible(
  { store, settings }: AdmissionDeps,
  invitation: string | undefined,
): Promise<void> {
  if ((await store.read.findOrg()) !== undefined) assertModeAllows(settings.registration, invitation);
}

/** Decides about one candidate in the transaction that creates the account. */
export async function admit(
  deps: AdmissionDeps,
  tx: AuthTransaction,
  candidate: Candidate,
  { orgName, invitation }: Wish,
): Promise<Admission> {
  const { orgId, founded } = await tx.foundOrg(deps.ids.next("org"));
  const unverified = { ...candidate, orgId, emailVerifiedAt: undefined };
  if (founded) {
    const createdOrgName = orgName.trim();
    if (createdOrgName === "") throw refuse("ORG_NAME_REQUIRED");
    return asAccount(await createAccount(deps, tx, { ...unverified, role: "owner", createdOrgName }));
  }
  assertModeAllows(deps.settings.registration, invitation);
  if (invitation !== undefined) {
    const { id: invitationId, role } = await redeem(deps, tx, invitation, candidate.email);
    return asAccount(await createAccount(deps, tx, { ...unverified, role, invitationId }));
  }
  if (deps.mail.delivers) return confirmFirst(deps, tx, candidate);
  return asAccount(await createAccount(deps, tx, { ...unverified, role: "member" }));
}

function assertModeAllows(mode: AuthPorts["settings"]["registration"], invitation: string | undefined): void {
  if (mode === "closed") throw refuse("REGISTRATION_CLOSED");
  if (mode === "invitation" && invitation === undefined) throw refuse("REGISTRATION_NEEDS_INVITATION");
}

async function redeem(
  { secrets, clock }: AdmissionDeps,
  tx: AuthTransaction,
  token: string,
  email: EmailAddress,
): Promise<Invitation> {
  const found = await tx.invitations.findByToken(secrets.hash(token));
  if (found === undefined || !isOpen(found.invitation, found.maker, clock.now())) {
    throw refuse("INVITATION_INVALID");
  }
  const used = useInvitation(found.invitation, email);
  await tx.invitations.save(used);
  return used;
}

/** Both ways store a row and post a letter, so that neither the answer nor its time tells them apart. */
async function confirmFirst(
  { clock, secrets, settings }: AdmissionDeps,
  tx: AuthTransaction,
  candidate: Candidate,
): Promise<Admission> {
  const { email } = candidate;
  const token = secrets.make("link");
  await tx.registrations.add({ ...candidate, expiresAt: linkExpiry("verifyEmail", clock.now()) }, token.hash);
  const isTaken = (await tx.accounts.findByEmail(email)) !== undefined;
  const letter = isTaken
    ? alreadyRegistered(settings.publicUrl, email)
    : confirmAddress(settings.publicUrl, email, token.text);
  return { kind: "confirmation", letter };
}

function asAccount(created: CreatedAccount): Admission {
  return { kind: "account", ...created };
}
