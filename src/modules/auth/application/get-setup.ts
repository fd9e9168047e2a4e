import type { AuthPorts, RegistrationMode } from "./ports.ts";

export interface Setup {
  readonly needsOwner: boolean;
  readonly registration: RegistrationMode;
  /** Empty until the organisation is founded. */
  readonly orgName: string;
  readonly mailDelivers: boolean;
  /** Where browsers may use passkeys; undefined: nowhere. */
  readonly passkeyOrigin: string | undefined;
  /** What people call the identity provider; undefined: there is none. */
  readonly providerName: string | undefined;
}

/** What a stranger needs to know before signing in. */
export async function getSetup({
  store,
  orgNames,
  settings,
  mail,
  authenticators,
  identityProvider,
}: Pick<
  AuthPorts,
  "store" | "orgNames" | "settings" | "mail" | "authenticators" | "identityProvider"
>): Promise<Setup> {
  const org = await store.read.findOrg();
  return {
    needsOwner: org === undefined,
    registration: settings.registration,
    orgName: org === undefined ? "" : ((await orgNames.find(org)) ?? ""),
    mailDelivers: mail.delivers,
    passkeyOrigin: authenticators.origin,
    providerName: identityProvider?.policy.name,
  };
}
