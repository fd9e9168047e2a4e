import { createDecipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";

/** What a browser makes when it subscribes, and reads its pushes by (RFC 8291). */
export interface BrowserKeys {
  readonly p256dh: Uint8Array<ArrayBuffer>;
  readonly auth: Uint8Array<ArrayBuffer>;
  /** Throws where it was encrypted for another device, or changed. */
  decrypt(body: Buffer): string;
}

const [SALT, RECORD_SIZE, LENGTH, TAG] = [16, 4, 1, 16];
const LAST_RECORD = 2;

export function createBrowserKeys(): BrowserKeys {
  const own = createECDH("prime256v1");
  const p256dh = new Uint8Array(own.generateKeys());
  const auth = new Uint8Array(randomBytes(16));
  return {
    p256dh,
    auth,
    decrypt(body) {
      const salt = body.subarray(0, SALT);
      const keyFrom = SALT + RECORD_SIZE + LENGTH;
      const server = body.subarray(keyFrom, keyFrom + body.readUInt8(SALT + RECORD_SIZE));
      const sealed = body.subarray(keyFrom + server.length);
      const shared = own.computeSecret(server);
      const about = Buffer.concat([Buffer.from("WebPush: info\0"), p256dh, server]);
      const secret = Buffer.from(hkdfSync("sha256", shared, auth, about, 32));
      const derive = (what: string, bytes: number) =>
        Buffer.from(hkdfSync("sha256", secret, salt, `Content-Encoding: ${what}\0`, bytes));
      const decipher = createDecipheriv("aes-128-gcm", derive("aes128gcm", 16), derive("nonce", 12));
      decipher.setAuthTag(sealed.subarray(-TAG));
      const padded = Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()]);
      return padded.subarray(0, padded.lastIndexOf(LAST_RECORD)).toString("utf8");
    },
  };
}
