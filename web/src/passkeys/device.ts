import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  WebAuthnError,
} from "@simplewebauthn/browser";

/** Whether this browser can use passkeys on this page, which is bound to the server's public address. */
export function canUsePasskeys(origin: string): boolean {
  return origin === window.location.origin && browserSupportsWebAuthn();
}

/** Why a device did not do what it was asked to. */
export type DeviceRefusal = "cancelled" | "known" | "unable";

export class DeviceRefused extends Error {
  override readonly name = "DeviceRefused";
  readonly why: DeviceRefusal;

  constructor(why: DeviceRefusal) {
    super(why);
    this.why = why;
  }
}

/** Has the person's device make a passkey; answers what the server wants to see. Throws DeviceRefused. */
export async function makePasskey(options: string): Promise<string> {
  return asked(() => startRegistration({ optionsJSON: JSON.parse(options) }));
}

/** Has the person choose one of their passkeys, in a dialog of the browser. Throws DeviceRefused. */
export async function showPasskey(options: string): Promise<string> {
  return asked(() => startAuthentication({ optionsJSON: JSON.parse(options) }));
}

/** Offers passkeys in the list that the browser shows at a field, for as long as nothing else asks for one. */
export async function offerPasskeys(options: string): Promise<string> {
  return asked(() => startAuthentication({ optionsJSON: JSON.parse(options), useBrowserAutofill: true }));
}

export const canOfferPasskeys = (): Promise<boolean> => browserSupportsWebAuthnAutofill();

export function stopOffering(): void {
  WebAuthnAbortService.cancelCeremony();
}

async function asked(ask: () => Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await ask());
  } catch (error) {
    throw new DeviceRefused(whyOf(error));
  }
}

function whyOf(error: unknown): DeviceRefusal {
  if (error instanceof WebAuthnError && error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED") {
    return "known";
  }
  const name = error instanceof Error ? error.name : "";
  // What browsers say both when somebody closes the dialog and when it took too long.
  return name === "NotAllowedError" || name === "AbortError" ? "cancelled" : "unable";
}
