import { EngineRefused } from "../../kernel/engine-refused.ts";
import { createLog } from "../../platform/log/log.ts";
import { SecretsError } from "../../platform/secrets/errors.ts";
import { openEncryption } from "../../platform/secrets/open-encryption.ts";
import { createMetrics } from "../../platform/telemetry/metrics.ts";
import { openTemporal } from "../../platform/workflow/temporal/open-temporal.ts";
import { mailerOf } from "../bindings.ts";
import type { Config } from "../config.ts";
import { sagasModule } from "../workflows.ts";
import { type Check, type Finding, fine, problem, warning } from "./finding.ts";

const silent = createLog({ level: "silent" });

/**
 * Every engine that is set, each by itself, so that one that is away does not hide the next. Their clients are
 * loaded only where they are set.
 */
export const checkEngines: Check = (config) =>
  Promise.all([
    checkRedis(config),
    checkSpiceDb(config),
    checkVault(config),
    checkTemporal(config),
    checkMail(config),
  ]);

async function answering(name: string, ask: () => Promise<unknown>): Promise<Finding> {
  try {
    await ask();
    return fine(`${name} answers.`);
  } catch (error) {
    if (!(error instanceof EngineRefused || error instanceof SecretsError)) throw error;
    return problem(`${error.message}.`, "see .env.example for what the variable takes");
  }
}

async function checkRedis({ redisUrl: url }: Config): Promise<Finding> {
  if (url === undefined) return fine("No Redis is set: one server does not need one.");
  const { openRedis } = await import("../../platform/redis/redis.ts");
  return answering("Redis", async () => {
    const redis = await openRedis({ url, prefix: "chatter:doctor:", log: silent, metrics: createMetrics() });
    await redis.close();
  });
}

async function checkSpiceDb({ spicedb: address }: Config): Promise<Finding> {
  if (address === undefined) return fine("The program decides by itself who may do what.");
  const { connectToSpiceDb, explainedFailure } = await import("../../platform/authz/spicedb/connect.ts");
  return answering("SpiceDB", async () => {
    const spicedb = connectToSpiceDb(address);
    try {
      await spicedb.findSchema();
    } catch (error) {
      throw explainedFailure(error);
    } finally {
      spicedb.close();
    }
  });
}

async function checkVault(config: Config): Promise<Finding> {
  if (config.vault === undefined) return fine("A file of the data folder keeps the key of secrets.");
  return answering("Vault", () => openEncryption(config));
}

async function checkTemporal({ temporal: settings }: Config): Promise<Finding> {
  if (settings === undefined) return fine("The program runs by itself what takes several steps.");
  return answering("Temporal", async () => {
    const temporal = await openTemporal({ ...settings, sagas: sagasModule, log: silent });
    await temporal.stop();
  });
}

async function checkMail(config: Config): Promise<Finding> {
  if (config.mail.smtpUrl === undefined) {
    const remedy = "set SMTP_URL, so that people can reset passwords and are invited by mail";
    return warning(`Letters reach nobody: they lie in ${config.dataDir}/mail.`, remedy);
  }
  const mailer = mailerOf(config, silent);
  try {
    return await answering("The mail server", mailer.check);
  } finally {
    await mailer.close(0);
  }
}
