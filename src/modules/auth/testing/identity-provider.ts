import { createHmac, generateKeyPairSync, type JsonWebKey, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type JWTPayload, SignJWT } from "jose";
import Provider, { type Configuration } from "oidc-provider";
import { type Clock, systemClock } from "../../../kernel/clock.ts";

/** Somebody who has an account at the provider. */
export interface ProvidedPerson {
  readonly name?: string;
  readonly preferred_username?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly groups?: readonly string[];
}

/** In what the provider differs from an honest one. */
export interface Lies {
  /** What ID tokens say instead; undefined leaves a claim out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** By what they are signed instead of its key. */
  readonly signedBy?: Signature;
  /** How it answers instead, at addresses that contain this. */
  readonly at?: { readonly path: string; readonly answer: "error" | "huge" | "nonsense" | "silence" };
}

/** Another key of the name of its own, a new key that it publishes, what both sides know, its public key, nothing. */
export type Signature = "another key" | "new key" | "secret" | "public key" | "nothing";

/** A real provider on this machine, which lies where it is told to. */
export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** By what they type to sign in there, which is their subject as well. */
  readonly people: Map<string, ProvidedPerson>;
  lies: Lies;
  /** The claims of the ID tokens that it has given, the latest last. */
  readonly given: JWTPayload[];
  /** It can come back at the same address. */
  away: boolean;
  /** By what it says when it is; the real time unless a test sets it. */
  clock: Clock;
  /** Signs as the provider does, or as somebody who would like to be it. */
  sign(
    claims: Readonly<Record<string, unknown>>,
    by?: Signature,
    header?: { readonly typ: string },
  ): Promise<string>;
  /** Tells the client by the back channel that somebody has signed out; answers the status. */
  logOut(subject: string, sid?: string): Promise<void>;
  close(): Promise<void>;
}

const CLIENT = { id: "chatter", secret: "a secret of both sides, and long enough" };
const KID = "first";
const ALGORITHM = "ES256";
const HOUR = 3_600;

/** `chatter`: the public address of the server that people come from. */
export async function startProvider(chatter: string): Promise<TestProvider> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const keys = { own: newKey(KID), another: newKey(KID), next: newKey("second") };
  const people = new Map<string, ProvidedPerson>();
  const given: JWTPayload[] = [];
  const provider = new Provider(issuer, configurationOf(chatter, people, keys.own.private));

  const test: TestProvider = {
    ...{ issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, people, given },
    lies: {},
    away: false,
    clock: systemClock,
    sign: (claims, by, header) => sign(keys, claims, by, header),
    async logOut(subject, sid) {
      const client = await provider.Client.find(CLIENT.id);
      await (client as unknown as BackChannel).backchannelLogout(subject, sid);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  provider.use(async (context, next) => {
    await next();
    if (context.path === "/jwks") {
      context.body = {
        keys: [keys.own.public, ...(test.lies.signedBy === "new key" ? [keys.next.public] : [])],
      };
    }
    const body = context.body as { id_token?: string } | undefined;
    if (context.path !== "/token" || body?.id_token === undefined) return;
    const { iat = 0, exp = 0, ...said } = payloadOf(body.id_token);
    const ahead = Math.round((test.clock.now().getTime() - Date.now()) / 1000);
    const claims = { ...said, iat: iat + ahead, exp: exp + ahead, ...test.lies.claims };
    given.push(claims);
    body.id_token = await test.sign(claims, test.lies.signedBy);
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    const { at } = test.lies;
    if (test.away) request.socket.destroy();
    else if (at !== undefined && request.url?.includes(at.path)) lie(at.answer, response);
    else if (request.url?.startsWith("/interaction/")) void interact(provider, request, response);
    else void answer(request, response);
  });
  return test;
}

/** Declared by the provider, and not by its types. */
interface BackChannel {
  backchannelLogout(subject: string, sid: string | undefined): Promise<void>;
}

function configurationOf(
  chatter: string,
  people: ReadonlyMap<string, ProvidedPerson>,
  key: JsonWebKey,
): Configuration {
  return {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        token_endpoint_auth_method: "client_secret_post",
        id_token_signed_response_alg: ALGORITHM,
        redirect_uris: [`${chatter}/auth/oidc/callback`],
        backchannel_logout_uri: `${chatter}/auth/oidc/back-channel-logout`,
        backchannel_logout_session_required: true,
      },
    ],
    claims: {
      email: ["email", "email_verified"],
      profile: ["name", "preferred_username"],
      groups: ["groups"],
    },
    scopes: ["openid", "profile", "email", "groups"],
    jwks: { keys: [key] },
    ttl: { AccessToken: HOUR, Grant: HOUR, IdToken: HOUR, Interaction: HOUR, Session: HOUR },
    cookies: { keys: [randomUUID()] },
    features: { backchannelLogout: { enabled: true }, devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, ...people.get(accountId) }),
    }),
    // What is asked for is granted, so that signing in is all there is to do.
    async loadExistingGrant({ oidc }) {
      const { client, session, provider, params } = oidc;
      const grant = new provider.Grant({
        ...(client && { clientId: client.clientId }),
        ...(session?.accountId !== undefined && { accountId: session.accountId }),
      });
      const scope = params?.["scope"];
      if (typeof scope === "string") grant.addOIDCScope(scope);
      await grant.save();
      return grant;
    },
    // It refuses to call this machine otherwise.
    fetch: (url, options) => {
      const { method, headers, body } = { method: "GET", headers: {}, body: null, ...options };
      return fetch(url, { method, headers, body });
    },
  };
}

/** A form with one field; whoever is typed is signed in. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  if (request.method === "POST") {
    const accountId = new URLSearchParams(await text(request)).get("person");
    const result =
      accountId === null || accountId === ""
        ? { error: "access_denied", error_description: "somebody went away" }
        : { login: { accountId } };
    await provider.interactionFinished(request, response, result);
    return;
  }
  response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><title>Provider</title>
    <form method="post"><label>Person <input name="person"></label><button>Let me in</button></form>`);
}

function lie(answer: NonNullable<Lies["at"]>["answer"], response: ServerResponse): void {
  if (answer === "silence") return;
  const status = answer === "error" ? 500 : 200;
  response.writeHead(status, { "content-type": "application/json" });
  response.end(answer === "huge" ? `{"keys":"${"x".repeat(2_000_000)}"}` : `{"issuer":`);
}

interface Keys {
  readonly own: KeyPair;
  readonly another: KeyPair;
  readonly next: KeyPair;
}

type KeyPair = ReturnType<typeof newKey>;

function newKey(kid: string) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const named = { kid, alg: ALGORITHM, use: "sig" };
  return {
    privateKey,
    pem: publicKey.export({ type: "spki", format: "pem" }).toString(),
    private: { ...privateKey.export({ format: "jwk" }), ...named },
    public: { ...publicKey.export({ format: "jwk" }), ...named },
  };
}

async function sign(
  keys: Keys,
  claims: Readonly<Record<string, unknown>>,
  by?: Signature,
  header: { readonly typ?: string } = {},
): Promise<string> {
  if (by === "nothing") return `${encoded({ alg: "none" })}.${encoded(claims)}.`;
  if (by === "secret" || by === "public key") {
    const signed = `${encoded({ alg: "HS256", kid: KID })}.${encoded(claims)}`;
    const secret = by === "secret" ? CLIENT.secret : keys.own.pem;
    return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
  }
  const key = by === "another key" ? keys.another : keys.own;
  const { privateKey, public: named } = by === "new key" ? keys.next : key;
  return new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM, kid: named.kid, ...header })
    .sign(privateKey);
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

function payloadOf(token: string): JWTPayload {
  const [, payload = ""] = token.split(".");
  return JSON.parse(Buffer.from(payload, "base64url").toString()) as JWTPayload;
}
