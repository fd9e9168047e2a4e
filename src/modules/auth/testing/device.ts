import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

/** A device that keeps passkeys, and does what a dishonest one or a dishonest site would do if told to. */
export interface Device {
  /** Makes a passkey as it was asked to; answers what a browser would hand to the server. */
  make(options: string, lies?: Lies): string;
  /** Signs with the passkey it made last. */
  show(options: string, lies?: Lies): string;
  /** Another device with the same key, whose counter stands where this one's stands now. */
  copy(): Device;
}

/** In what an answer differs from an honest one. */
export interface Lies {
  readonly origin?: string;
  readonly rpId?: string;
  readonly type?: string;
  readonly challenge?: string;
  readonly handle?: string;
  /** The device did not make sure of its owner. */
  readonly unverified?: boolean;
  /** One bit of the signature is another one. */
  readonly forged?: boolean;
  /** What the new passkey is named, in base64url. */
  readonly id?: string;
}

interface Kept {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly handle: string;
}

interface Options {
  readonly challenge: string;
  readonly user?: { readonly id: string };
}

const ORIGIN = "https://chat.example.org";
const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40 };
const COSE = { kty: 1, alg: 3, crv: -1, x: -2, y: -3 };

/** `counts`: how often it has been used, as far as it tells; a device that keeps copies elsewhere counts nothing. */
export function createDevice({ counts = true } = {}, kept?: Kept, used = 0): Device {
  let key = kept;
  let counter = used;
  return {
    make(text, lies = {}) {
      const options: Options = JSON.parse(text);
      const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const id = lies.id === undefined ? randomBytes(32) : Buffer.from(lies.id, "base64url");
      key = { id: id.toString("base64url"), privateKey, handle: options.user?.id ?? "" };
      const length = Buffer.from([0, id.length]);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseOf(publicKey)]);
      const authData = Buffer.concat([headOf(lies, counter, FLAGS.attested), attested]);
      const statement = new Map<string | number, string | Uint8Array | Map<string, never>>([
        ["fmt", "none"],
        ["attStmt", new Map<string, never>()],
        ["authData", new Uint8Array(authData)],
      ]);
      const attestationObject = base64url(isoCBOR.encode(statement));
      const clientDataJSON = clientData("webauthn.create", options, lies);
      return answerOf(key.id, { clientDataJSON, attestationObject, transports: ["internal"] });
    },
    show(text, lies = {}) {
      if (key === undefined) throw new Error("this device has no passkey");
      if (counts) counter += 1;
      const clientDataJSON = clientData("webauthn.get", JSON.parse(text), lies);
      const authData = headOf(lies, counter, 0);
      const hash = createHash("sha256").update(Buffer.from(clientDataJSON, "base64url")).digest();
      const signature = sign("sha256", Buffer.concat([authData, hash]), key.privateKey);
      if (lies.forged === true)
        signature.writeUInt8(signature.readUInt8(signature.length - 1) ^ 1, signature.length - 1);
      return answerOf(key.id, {
        clientDataJSON,
        authenticatorData: base64url(authData),
        signature: base64url(signature),
        userHandle: lies.handle ?? key.handle,
      });
    },
    copy: () => createDevice({ counts }, key, counter),
  };
}

function clientData(type: string, { challenge }: Options, lies: Lies): string {
  const data = {
    type: lies.type ?? type,
    challenge: lies.challenge ?? challenge,
    origin: lies.origin ?? ORIGIN,
  };
  return base64url(Buffer.from(JSON.stringify(data)));
}

function headOf(
  { rpId = new URL(ORIGIN).hostname, unverified = false }: Lies,
  counter: number,
  more: number,
) {
  const head = Buffer.alloc(37);
  createHash("sha256").update(rpId).digest().copy(head);
  head.writeUInt8(FLAGS.present | (unverified ? 0 : FLAGS.verified) | more, 32);
  head.writeUInt32BE(counter, 33);
  return head;
}

function coseOf(publicKey: KeyObject): Uint8Array {
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const coordinate = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));
  return isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [COSE.kty, 2],
      [COSE.alg, -7],
      [COSE.crv, 1],
      [COSE.x, coordinate(x)],
      [COSE.y, coordinate(y)],
    ]),
  );
}

function answerOf(id: string, response: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ id, rawId: id, type: "public-key", response, clientExtensionResults: {} });
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
