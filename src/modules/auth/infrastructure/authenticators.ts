import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { z } from "zod";
import type { Authenticators, Claim } from "../application/authenticators.ts";
import { refuse } from "../domain/errors.ts";
import type { Passkey } from "../domain/passkey.ts";
import { type RelyingParty, relyingPartyOf } from "../domain/public-address.ts";

// A device asks its owner at leisure; the challenge ends sooner or later than this on the server's terms.
const TIMEOUT_MS = 300_000;

// EdDSA, ECDSA on P-256 and RSA, each with SHA-256: what devices have.
const ALGORITHMS = [-8, -7, -257];

const text = z.string().max(10_000);
/** Only what is verified is kept; what else a browser sends is dropped. */
const outside = { id: text.min(1).max(1400), rawId: text, type: z.literal("public-key") };
const none = z.unknown().transform(() => ({}));
const made = z.object({
  ...outside,
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(32)).max(8).default([]),
  }),
  clientExtensionResults: none,
});
const shown = z.object({
  ...outside,
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text }),
  clientExtensionResults: none,
});
const claimed = z.object({
  id: outside.id,
  response: z.object({ clientDataJSON: text, userHandle: text.nullish() }),
});
const clientData = z.object({ challenge: z.string().min(1).max(200) });

/** WebAuthn for the host of the public address, with every passkey asked to make sure of its owner. */
export function createAuthenticators(publicUrl: string): Authenticators {
  const party = relyingPartyOf(publicUrl);
  const rp = () => {
    if (party === undefined) throw refuse("PASSKEYS_UNAVAILABLE");
    return party;
  };
  return {
    origin: party?.origin,
    async askForNew({ challenge, handle, email, name, known }) {
      const options = await generateRegistrationOptions({
        rpName: "Chatter",
        rpID: rp().id,
        userID: bytes(handle),
        userName: email,
        userDisplayName: name,
        challenge: bytes(challenge),
        timeout: TIMEOUT_MS,
        supportedAlgorithmIDs: ALGORITHMS,
        excludeCredentials: known.map(descriptor),
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      });
      return JSON.stringify(options);
    },
    async askForOne(challenge, among) {
      const options = await generateAuthenticationOptions({
        rpID: rp().id,
        challenge: bytes(challenge),
        timeout: TIMEOUT_MS,
        userVerification: "required",
        ...(among && { allowCredentials: among.map(descriptor) }),
      });
      return JSON.stringify(options);
    },
    read,
    verifyNew: (answer, challenge) => verifyNew(answer, expected(rp(), challenge)),
    verify: (answer, challenge, passkey) => verify(answer, expected(rp(), challenge), passkey),
  };
}

async function verifyNew(answer: string, expectation: Expectation): ReturnType<Authenticators["verifyNew"]> {
  const response = parse(made, answer);
  if (response === undefined) return undefined;
  const verified = await unlessRefused(() =>
    verifyRegistrationResponse({ response, supportedAlgorithmIDs: ALGORITHMS, ...expectation }),
  );
  if (!verified?.verified) return undefined;
  const { credential, credentialBackedUp } = verified.registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: credential.transports ?? [],
    backedUp: credentialBackedUp,
  };
}

async function verify(
  answer: string,
  expectation: Expectation,
  passkey: Passkey,
): ReturnType<Authenticators["verify"]> {
  const response = parse(shown, answer);
  if (response === undefined) return undefined;
  // The counter is compared by whoever asks, who also remembers that it was wrong.
  const credential = { id: passkey.credentialId, publicKey: passkey.publicKey, counter: 0 };
  const verified = await unlessRefused(() =>
    verifyAuthenticationResponse({ response, credential, ...expectation }),
  );
  if (!verified?.verified) return undefined;
  const { newCounter, credentialBackedUp } = verified.authenticationInfo;
  return { counter: newCounter, backedUp: credentialBackedUp };
}

function read(answer: string): Claim | undefined {
  const response = parse(claimed, answer);
  const data = clientData.safeParse(json(decoded(response?.response.clientDataJSON ?? "")));
  if (response === undefined || !data.success) return undefined;
  // Challenges and handles are texts that travel as the bytes of these.
  const handle = response.response.userHandle;
  return {
    challenge: decoded(data.data.challenge),
    credentialId: response.id,
    handle: handle ? decoded(handle) : undefined,
  };
}

function parse<T>(shape: z.ZodType<T>, answer: string): T | undefined {
  const parsed = shape.safeParse(json(answer));
  return parsed.success ? parsed.data : undefined;
}

function json(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

/** The library throws for each thing that it does not believe. */
async function unlessRefused<T>(verify: () => Promise<T>): Promise<T | undefined> {
  try {
    return await verify();
  } catch {
    return undefined;
  }
}

type Expectation = ReturnType<typeof expected>;

const expected = (party: RelyingParty, challenge: string) => ({
  expectedChallenge: bytes(challenge).toString("base64url"),
  expectedOrigin: party.origin,
  expectedRPID: party.id,
  requireUserVerification: true,
});

const descriptor = ({ credentialId, transports }: Passkey) => ({
  id: credentialId,
  transports: [...transports],
});

const bytes = (content: string) => Buffer.from(content);
const decoded = (base64url: string): string => Buffer.from(base64url, "base64url").toString();
