import type { AuthPorts, RegistrationMode } from "./ports.ts";

export interface Setup {
  readonly needsOwner: boolean;
  readonly registration: RegistrationMode;
  /** Empty until the organisation is founded. */
  readonly orgName: string;
  readonly mailDelivers: boolean;
}

/** What a stranger needs to know before signing in. */
export async function getSetup({
  store,
  orgNames,
  settings,
  mail,
}: Pick<AuthPorts, "store" | "orgNames" | "settings" | "mail">): Promise<Setup> {
  const org = await store.read.findOrg();
  return {
    needsOwner: org === undefined,
    registration: settings.registration,
    orgName: org === undefined ? "" : ((await orgNames.find(org)) ?? ""),
    mailDelivers: mail.delivers,
  };
}
