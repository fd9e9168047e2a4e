import type { OpenIdSettings } from "../modules/auth/index.ts";
import type { Limits as FileLimits } from "../modules/file/index.ts";
import type { VaultSettings } from "../platform/secrets/open-encryption.ts";

/** All that can be set about the program, parsed and without contradictions. See .env.example. */
export interface Config {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Where people reach the server, without a slash at the end. */
  readonly publicUrl: string;
  /** Where the embedded engines keep what must not be lost. */
  readonly dataDir: string;
  /** Undefined: PostgreSQL is started by the program itself, in the data folder. */
  readonly databaseUrl?: string | undefined;
  /** Undefined: servers tell each other through PostgreSQL, and count what they count each for itself. */
  readonly redisUrl?: string | undefined;
  /** Undefined: who may do what is evaluated by the program itself. */
  readonly spicedb?: { readonly endpoint: string; readonly token: string } | undefined;
  /** Undefined: what encrypts secrets is in a file of the data folder. */
  readonly vault?: VaultSettings | undefined;
  /** Undefined: sagas are run by the program itself, on its database. */
  readonly temporal?:
    | {
        readonly address: string;
        readonly namespace: string;
        /** After how long without a sign of life a worker counts as gone; default: 15 s. */
        readonly patienceMs?: number;
      }
    | undefined;
  readonly registration: "open" | "invitation" | "closed";
  /** Where people may sign in instead of here; undefined: nowhere. */
  readonly openId?: OpenIdSettings | undefined;
  readonly mail: {
    /** Undefined: letters lie in the data folder, where only the operator can read them. */
    readonly smtpUrl?: string | undefined;
    readonly from: string;
  };
  /** Networks beside the public ones where addresses that people give may lead, in CIDR notation; absent: none. */
  readonly outwardAllowed?: readonly string[];
  /** How much people may upload, in bytes; what is absent is as .env.example says. */
  readonly files?: Partial<FileLimits>;
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
  /** How long calls of programs are remembered; 0: not at all. */
  readonly apiLogDays: number;
  /** Where traces are collected, by OTLP over HTTP; undefined: none are made. */
  readonly tracesEndpoint?: string | undefined;
  /** How many reverse proxies stand in front and set X-Forwarded-For. */
  readonly trustedProxies: number;
  /** Undefined: whoever reaches the server may read /metrics. */
  readonly metricsToken?: string | undefined;
  /** Calls one person may make: this many a second over time, and this many at once. */
  readonly rateLimit: { readonly perSecond: number; readonly burst: number };
}
