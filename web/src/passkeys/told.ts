import { failureOf } from "../api/failure.ts";
import { passkeyText as t } from "../text/passkeys.ts";
import { DeviceRefused } from "./device.ts";

/** What a person reads when the way over their device did not work. */
export function toldOf(error: unknown): string {
  return error instanceof DeviceRefused ? t(`refused.${error.why}`) : failureOf(error).text;
}
