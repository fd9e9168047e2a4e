import { deviceOf } from "../../../settings/device.ts";

/** What a passkey is called until its owner calls it otherwise. */
export function nameOfThisDevice(): string {
  const { browser, system } = deviceOf(navigator.userAgent);
  return [system, browser].filter(Boolean).join(" · ") || "Passkey";
}
