import { Secret, TOTP } from "otpauth";
import type { OneTimeCodes } from "../application/second-factor.ts";

const PERIOD_S = 30;
const SECRET_BYTES = 20;

/** RFC 6238 as every app knows it: SHA-1, six digits, half a minute. A clock may be off by one step. */
export const oneTimeCodes: OneTimeCodes = {
  make(issuer, label) {
    const secret = new Secret({ size: SECRET_BYTES });
    return { secret: secret.base32, uri: totpOf(secret, { issuer, label }).toString() };
  },
  stepOf(secret, code, now) {
    const timestamp = now.getTime();
    const off = totpOf(Secret.fromBase32(secret)).validate({ token: code, timestamp, window: 1 });
    return off === null ? undefined : Math.floor(timestamp / 1000 / PERIOD_S) + off;
  },
};

function totpOf(secret: Secret, names: { readonly issuer?: string; readonly label?: string } = {}): TOTP {
  return new TOTP({ ...names, secret, algorithm: "SHA1", digits: 6, period: PERIOD_S });
}
