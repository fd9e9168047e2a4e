import { z } from "zod";
import type { Config } from "../src/app/config.ts";
import { EnvironmentError } from "./environment-error.ts";
import { openIdOf, openIdVariables } from "./open-id.ts";

const networks = z.array(z.union([z.cidrv4(), z.cidrv6()]));
const listed = (list: string): string[] => list.split(",").flatMap((item) => item.trim() || []);
const mebibytes = z.coerce.number().int().min(1).max(1_000_000_000);
const MIB = 1024 * 1024;

/** Every variable of the program. Empty counts as not set, as a line `NAME=` in .env leaves it. */
export const environment = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(3000)
    .describe("The port to serve on; 0 takes a free one."),
  HOST: z
    .string()
    .default("127.0.0.1")
    .describe("The address to listen on; 0.0.0.0 is all of the machine's."),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      "Where people reach the server, such as https://chat.example.org. Default: http://localhost:PORT.",
    ),
  DATA_DIR: z
    .string()
    .default("data")
    .describe("The folder of the embedded database and of what it must not lose."),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe(
      "A PostgreSQL 15 or newer to use instead of the embedded one. Its user must be able to create roles.",
    ),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .optional()
    .describe(
      "A Redis 7 or newer, no cluster, through which several servers on one DATABASE_URL tell and count together. The program goes on without it.",
    ),
  SPICEDB_ENDPOINT: z
    .string()
    .regex(/^(grpcs?:\/\/)?[^\s/]+:\d+$/, "host:port, or grpc://host:port for plain text")
    .optional()
    .describe(
      "A SpiceDB that decides who may do what, as host:port in TLS or grpc://host:port in plain text. The program goes on while it is away.",
    ),
  SPICEDB_TOKEN: z
    .string()
    .optional()
    .describe("The preshared key of that SpiceDB, which must hold nothing else."),
  VAULT_ADDR: z
    .url({ protocol: /^https?$/ })
    .regex(/^[^@?#]+$/, "an address without user, password or query")
    .optional()
    .describe(
      "A Vault or OpenBao that encrypts stored secrets, such as https://vault.example.org:8200. Default: DATA_DIR/secrets.key does.",
    ),
  VAULT_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, "a token has no blanks")
    .optional()
    .describe("What Vault lets Chatter in by."),
  VAULT_TOKEN_FILE: z
    .string()
    .optional()
    .describe("Or the file where Vault's agent keeps a token that it renews."),
  VAULT_KEY: z
    .string()
    .regex(/^[\w.-]+(\/[\w.-]+)+$/, "mount and name of a key, such as transit/chatter")
    .default("transit/chatter")
    .describe("Mount and name of the key in Vault's transit engine; it is made if the token may do so."),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/]+:\d+$/, "host:port")
    .optional()
    .describe(
      "A Temporal that runs what takes several steps, such as deleting an account, as host:port in plain text. Needs `make temporal` once.",
    ),
  TEMPORAL_NAMESPACE: z
    .string()
    .min(1)
    .default("chatter")
    .describe("The namespace in that Temporal, which must be there and this installation's alone."),
  REGISTRATION: z
    .enum(["open", "invitation", "closed"])
    .default("invitation")
    .describe("Who may register once there is an owner: anybody, whoever has an invitation, or nobody."),
  ...openIdVariables,
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      "A mail server, such as smtps://user:password@mail.example.org. Default: letters lie in DATA_DIR/mail.",
    ),
  MAIL_FROM: z.string().default("Chatter <chatter@localhost>").describe("The sender of letters."),
  OUTWARD_ALLOWED: z
    .string()
    .refine((list) => networks.safeParse(listed(list)).success, "networks such as 10.1.0.0/16, with commas")
    .default("")
    .describe(
      "Networks inside yours, such as 10.1.0.0/16,fd12::/16, where addresses that people give may lead: links, webhooks. Default: none, only the public internet.",
    ),
  FILE_MAX_MB: mebibytes.default(2_048).describe("The largest file that may be uploaded, in MiB."),
  FILE_QUOTA_PERSON_MB: mebibytes
    .default(20_480)
    .describe("What the files of one person may take together, in MiB."),
  FILE_QUOTA_ORG_MB: mebibytes
    .default(512_000)
    .describe("What all files of the organisation may take together, in MiB."),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"])
    .default("info")
    .describe("The least important entries that are logged."),
  API_LOG_DAYS: z.coerce
    .number()
    .int()
    .min(0)
    .max(3650)
    .default(30)
    .describe("For how many days the calls of programs are kept, without what was in them; 0 keeps none."),
  TRUSTED_PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe("How many reverse proxies stand in front and set X-Forwarded-For and X-Forwarded-Proto."),
  METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe(
      "What Prometheus sends as a bearer token to read /metrics. Default: anybody who reaches it may.",
    ),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      "Where traces are collected, by OTLP over HTTP, such as http://localhost:4318. Default: none are made.",
    ),
  RATE_LIMIT: z.coerce
    .number()
    .int()
    .min(1)
    .default(100)
    .describe("Calls a second that one person may make over time; three times as many at once."),
});

export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.entries(variables).filter(([, value]) => value !== undefined && value !== "");
  const parsed = environment.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new EnvironmentError(`These settings do not fit (see .env.example):\n  ${problems.join("\n  ")}`);
  }
  const env = parsed.data;
  const { SPICEDB_ENDPOINT: endpoint, SPICEDB_TOKEN: token } = env;
  if ((endpoint === undefined) !== (token === undefined)) {
    throw new EnvironmentError("SPICEDB_ENDPOINT and SPICEDB_TOKEN go together: set both, or neither.");
  }
  return {
    host: env.HOST,
    port: env.PORT,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ""),
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    spicedb: endpoint !== undefined && token !== undefined ? { endpoint, token } : undefined,
    vault: vaultOf(env),
    temporal:
      env.TEMPORAL_ADDRESS === undefined
        ? undefined
        : { address: env.TEMPORAL_ADDRESS, namespace: env.TEMPORAL_NAMESPACE },
    registration: env.REGISTRATION,
    openId: openIdOf(env),
    mail: { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM },
    outwardAllowed: listed(env.OUTWARD_ALLOWED),
    files: {
      file: env.FILE_MAX_MB * MIB,
      person: env.FILE_QUOTA_PERSON_MB * MIB,
      org: env.FILE_QUOTA_ORG_MB * MIB,
    },
    logLevel: env.LOG_LEVEL,
    apiLogDays: env.API_LOG_DAYS,
    trustedProxies: env.TRUSTED_PROXIES,
    metricsToken: env.METRICS_TOKEN,
    tracesEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    rateLimit: { perSecond: env.RATE_LIMIT, burst: 3 * env.RATE_LIMIT },
  };
}

function vaultOf(env: z.infer<typeof environment>): Config["vault"] {
  const { VAULT_ADDR: address, VAULT_TOKEN: text, VAULT_TOKEN_FILE: file, VAULT_KEY: key } = env;
  if (address === undefined && text === undefined && file === undefined) return undefined;
  if (address === undefined || (text === undefined) === (file === undefined)) {
    throw new EnvironmentError(
      "VAULT_ADDR goes together with one of VAULT_TOKEN and VAULT_TOKEN_FILE: set both, or none of the three.",
    );
  }
  const token = text === undefined ? { file: file ?? "" } : { text };
  return { address: address.replace(/\/+$/, ""), key, token };
}
