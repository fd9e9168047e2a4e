import { create } from "@bufbuild/protobuf";
import {
  EngineHealth,
  EngineTask,
  GetOverviewResponseSchema,
} from "../../../../gen/chatter/admin/v1/admin_pb.js";
import type { Overview } from "../application/get-overview.ts";
import type { EngineHealth as Health, EngineTask as Task } from "../domain/overview.ts";

const tasks: Readonly<Record<Task, EngineTask>> = {
  database: EngineTask.DATABASE,
  signals: EngineTask.SIGNALS,
  rights: EngineTask.RIGHTS,
  workflows: EngineTask.WORKFLOWS,
  secrets: EngineTask.SECRETS,
  mail: EngineTask.MAIL,
};

const healths: Readonly<Record<Health, EngineHealth>> = {
  up: EngineHealth.UP,
  down: EngineHealth.DOWN,
  unknown: EngineHealth.UNKNOWN,
};

export function overviewToProto(overview: Overview) {
  const { version, counts, storage, engines, backlog, troubledJobs } = overview;
  const { people, channels, messages } = counts;
  return create(GetOverviewResponseSchema, {
    version,
    people: countsOf(people),
    channels: countsOf(channels),
    messages: { messages: BigInt(messages.count), estimated: messages.isEstimate },
    storage: {
      totalBytes: storage.total,
      parts: storage.bySchema.map(({ schema: name, bytes }) => ({ name, bytes })),
      tables: storage.tables.map(({ name, bytes, rows }) => ({
        ...{ name, bytes },
        ...(rows !== undefined && { rows }),
      })),
      diskFreeBytes: storage.disk.free,
      diskTotalBytes: storage.disk.total,
      backups: storage.backups.files,
      backupBytes: storage.backups.bytes,
    },
    engines: engines.map(({ task, product, version = "", embedded, health }) => ({
      task: tasks[task],
      product,
      version,
      embedded,
      health: healths[health],
    })),
    backlog: countsOf({ ...backlog, oldestSeconds: Math.round(backlog.oldestSeconds) }),
    troubledJobs: [...troubledJobs],
    stuckRuns: BigInt(overview.stuckRuns),
  });
}

function countsOf<Name extends string>(counts: Readonly<Record<Name, number>>): Record<Name, bigint> {
  const entries = Object.entries<number>(counts).map(([name, count]) => [name, BigInt(count)]);
  return Object.fromEntries(entries) as Record<Name, bigint>;
}
