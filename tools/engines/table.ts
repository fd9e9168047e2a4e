import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { answersHttp, answersPing, answersStun, servesGrpc } from "./checks.ts";
import { engine } from "./engine.ts";
import { livekit } from "./livekit.ts";
import { postgres } from "./postgres.ts";
import { spicedb } from "./spicedb.ts";
import { vault } from "./vault.ts";

const temporal = { namespace: "chatter" };
const s3 = { bucket: "chatter", accessKeyId: "chatter", secretAccessKey: "chatter-development" };
const turn = { secret: "chatter-development" };

/** Every engine that Chatter can use in place of what it embeds, in the order in which they are started. */
export const engines = {
  postgres,

  redis: engine({
    title: "Redis",
    source: { package: "redis-server", program: "redis-server" },
    ports: { redis: 16379 },
    command: ({ ports }) => ({
      args: ["--port", String(ports.redis), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
    }),
    check: ({ ports }) => answersPing(ports.redis),
    settings: ({ ports }) => ({ REDIS_URL: `redis://127.0.0.1:${ports.redis}` }),
  }),

  spicedb,

  temporal: engine({
    title: "Temporal",
    source: { module: "temporal", program: "temporal" },
    ports: { grpc: 17233 },
    command: ({ folder, ports }) => ({
      args: [
        ["server", "start-dev", "--headless", "--ip=127.0.0.1", `--port=${ports.grpc}`, "--log-level=warn"],
        [`--namespace=${temporal.namespace}`, `--db-filename=${join(folder, "temporal.db")}`],
      ].flat(),
      environment: { TEMPORAL_VERSION_CHECK_DISABLED: "1" },
    }),
    check: ({ ports }) => servesGrpc(ports.grpc, "temporal.api.workflowservice.v1.WorkflowService"),
    settings: ({ ports }) => ({
      TEMPORAL_ADDRESS: `127.0.0.1:${ports.grpc}`,
      TEMPORAL_NAMESPACE: temporal.namespace,
    }),
  }),

  vault,

  minio: engine({
    title: "MinIO",
    source: { module: "minio", program: "minio" },
    ports: { http: 19000 },
    // A folder on its disk is a bucket.
    prepare: async ({ folder }) => {
      await mkdir(join(folder, "disk", s3.bucket), { recursive: true });
    },
    command: ({ folder, ports }) => ({
      args: ["server", "--quiet", `--address=127.0.0.1:${ports.http}`, join(folder, "disk")],
      environment: {
        MINIO_ROOT_USER: s3.accessKeyId,
        MINIO_ROOT_PASSWORD: s3.secretAccessKey,
        MINIO_BROWSER: "off",
        MINIO_UPDATE: "off",
      },
    }),
    check: ({ ports }) => answersHttp(`http://127.0.0.1:${ports.http}/minio/health/cluster`),
    settings: ({ ports }) => ({
      S3_ENDPOINT: `http://127.0.0.1:${ports.http}`,
      S3_BUCKET: s3.bucket,
      S3_ACCESS_KEY_ID: s3.accessKeyId,
      S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
    }),
  }),

  mailpit: engine({
    title: "Mailpit",
    source: { module: "mailpit", program: "mailpit" },
    ports: { smtp: 11025, http: 18025 },
    command: ({ folder, ports }) => ({
      args: [
        [`--smtp=127.0.0.1:${ports.smtp}`, `--listen=127.0.0.1:${ports.http}`, "--quiet"],
        [`--database=${join(folder, "mail.db")}`, "--disable-version-check"],
      ].flat(),
    }),
    check: ({ ports }) => answersHttp(`http://127.0.0.1:${ports.http}/readyz`),
    settings: ({ ports }) => ({
      SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
      // No setting of Chatter's, but where people and tests read the letters.
      MAILPIT_URL: `http://127.0.0.1:${ports.http}`,
    }),
  }),

  livekit,

  coturn: engine({
    title: "coturn",
    source: { package: "coturn", program: "turnserver" },
    ports: { turn: 13478 },
    command: ({ folder, ports }) => ({
      args: [
        ["-n", "--no-cli", "--no-tls", "--no-dtls", "--log-file=stdout", "--realm=chatter"],
        [
          "--listening-ip=127.0.0.1",
          `--listening-port=${ports.turn}`,
          `--pidfile=${join(folder, "turn.pid")}`,
        ],
        ["--relay-ip=127.0.0.1", "--min-port=49160", "--max-port=49200", "--allow-loopback-peers"],
        ["--use-auth-secret", `--static-auth-secret=${turn.secret}`],
      ].flat(),
    }),
    check: ({ ports }) => answersStun(ports.turn),
    settings: ({ ports }) => ({ TURN_URL: `turn:127.0.0.1:${ports.turn}`, TURN_SECRET: turn.secret }),
  }),
};

export type EngineName = keyof typeof engines;

export type SettingsOf<Name extends EngineName> = ReturnType<(typeof engines)[Name]["settings"]>;
