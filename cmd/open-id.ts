import { z } from "zod";
import type { Config } from "../src/app/config.ts";
import { EnvironmentError } from "./environment-error.ts";

/** The variables about an identity provider. */
export const openIdVariables = {
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .regex(/^[^@?#]+$/, "an address without user, password or query")
    .optional()
    .describe(
      "An OpenID Connect provider where people may sign in, such as https://id.example.org/realms/staff. It sends them back to PUBLIC_URL/auth/oidc/callback, and logouts to PUBLIC_URL/auth/oidc/back-channel-logout.",
    ),
  OIDC_CLIENT_ID: z.string().optional().describe("As what that provider knows Chatter."),
  OIDC_CLIENT_SECRET: z.string().optional().describe("What Chatter shows there that it is that."),
  OIDC_NAME: z
    .string()
    .max(40)
    .default("your organisation")
    .describe('What people call the provider: the button says "Sign in with" and this.'),
  OIDC_SIGN_UP: z
    .enum(["true", "false"])
    .default("false")
    .describe("Whether who has no account gets one when they first sign in there, whatever REGISTRATION is."),
  OIDC_ROLES: z
    .string()
    .optional()
    .describe(
      "The roles that groups give at each sign-in there, such as chatter-admins=admin,staff=member; *=guest is everybody else, who otherwise may not come in. Owners stay owners. Default: newcomers are members, and nothing changes.",
    ),
  OIDC_GROUPS_CLAIM: z.string().default("groups").describe("Where that provider lists somebody's groups."),
  OIDC_SCOPES: z
    .string()
    .regex(/^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/, "names separated by single blanks")
    .default("profile email")
    .describe("What Chatter asks for there beside openid; some providers want one for groups."),
  OIDC_TRUST: z
    .string()
    .optional()
    .describe(
      "What is taken as given where the provider does not say it: email (it has verified addresses), second-factor (it asks for two), or both with a comma.",
    ),
};

type OpenIdEnvironment = z.infer<z.ZodObject<typeof openIdVariables>>;
type Settings = NonNullable<Config["openId"]>;

const ROLES: readonly string[] = ["admin", "member", "guest"];
const TRUSTS: readonly string[] = ["email", "second-factor"];
/** Where a request never leaves the machine. */
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Undefined where no provider is set. Throws EnvironmentError for half a setting, and for what contradicts. */
export function openIdOf(env: OpenIdEnvironment): Config["openId"] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined)
    return refuseLeftovers(env);
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new EnvironmentError(
      "OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all three, or none.",
    );
  }
  assertPrivate(issuer);
  return {
    ...{ issuer, clientId, clientSecret, scopes: env.OIDC_SCOPES, groupsClaim: env.OIDC_GROUPS_CLAIM },
    name: env.OIDC_NAME,
    signUp: env.OIDC_SIGN_UP === "true",
    roles: env.OIDC_ROLES?.split(",").map(roleRuleOf),
    trusts: trustsOf(env.OIDC_TRUST ?? ""),
  };
}

function assertPrivate(issuer: string): void {
  const { protocol, hostname } = new URL(issuer);
  if (protocol === "https:" || LOOPBACK.test(hostname)) return;
  throw new EnvironmentError("OIDC_ISSUER: must be https, or http on this very machine.");
}

/** What would change nothing was meant to. */
function refuseLeftovers(env: OpenIdEnvironment): undefined {
  for (const name of ["OIDC_ROLES", "OIDC_TRUST"] as const) {
    if (env[name] !== undefined) throw new EnvironmentError(`${name}: changes nothing without OIDC_ISSUER.`);
  }
  if (env.OIDC_SIGN_UP === "true") {
    throw new EnvironmentError("OIDC_SIGN_UP: changes nothing without OIDC_ISSUER.");
  }
}

function roleRuleOf(rule: string): NonNullable<Settings["roles"]>[number] {
  const equals = rule.lastIndexOf("=");
  const [group, role] = [rule.slice(0, equals).trim(), rule.slice(equals + 1).trim()];
  if (equals === -1 || group === "" || !isRole(role)) {
    throw new EnvironmentError(
      "OIDC_ROLES: pairs with commas, such as staff=member, where the role is admin, member or guest.",
    );
  }
  return { group, role };
}

function isRole(role: string): role is NonNullable<Settings["roles"]>[number]["role"] {
  return ROLES.includes(role);
}

function trustsOf(text: string): Settings["trusts"] {
  const trusted = text
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
  if (trusted.some((word) => !TRUSTS.includes(word))) {
    throw new EnvironmentError("OIDC_TRUST: email, second-factor, or both with a comma.");
  }
  return { email: trusted.includes("email"), secondFactor: trusted.includes("second-factor") };
}
