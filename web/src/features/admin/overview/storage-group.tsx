import type { Storage, StoragePart, StorageTable } from "../../../../../gen/chatter/admin/v1/admin_pb.js";
import { sizeText } from "../../../settings/amounts.ts";
import { Group } from "../../../settings/section.tsx";
import { adminText as t } from "../../../text/administration.ts";

const names = {
  events: "storage.events",
  stream: "storage.stream",
  message: "storage.message",
  channel: "storage.channel",
  users: "storage.users",
  auth: "storage.auth",
  authz: "storage.authz",
  jobs: "storage.jobs",
  calls: "storage.calls",
  workflow: "storage.workflow",
  notification: "storage.notification",
} as const;

interface StorageGroupProps {
  readonly storage: Storage | undefined;
  readonly version: string;
}

/** How much the database holds, by part of the program. */
export function StorageGroup({ storage, version }: StorageGroupProps) {
  if (storage === undefined) return null;
  const [largest] = storage.parts;
  return (
    <Group
      title={t("storage.title")}
      description={t("storage.description", { version })}
      action={
        <span className="text-sm font-semibold">
          {t("storage.total", { size: sizeText(storage.totalBytes) })}
        </span>
      }
    >
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-2.5 text-sm">
        {storage.parts.map((part) => (
          <PartLine key={part.name} part={part} most={largest?.bytes ?? 1n} />
        ))}
      </dl>
      <Figures storage={storage} />
      <Tables tables={storage.tables} />
    </Group>
  );
}

/** Beside the database: what is left of the disk, and what backups take of it. */
function Figures({ storage }: { readonly storage: Storage }) {
  const { diskFreeBytes, diskTotalBytes, backups, backupBytes } = storage;
  // An older server does not tell.
  if (diskTotalBytes === 0n) return null;
  const free = { free: sizeText(diskFreeBytes), total: sizeText(diskTotalBytes) };
  return (
    <p className="text-[13px] text-ink3">
      {t("storage.disk", free)}{" "}
      {backups === 0
        ? t("storage.noBackup")
        : t("storage.backups", { count: backups, size: sizeText(backupBytes) })}
    </p>
  );
}

function Tables({ tables }: { readonly tables: readonly StorageTable[] }) {
  if (tables.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer font-medium">{t("storage.tables")}</summary>
      <dl className="mt-2 grid grid-cols-[minmax(0,1fr)_auto_auto] gap-x-4 gap-y-1.5">
        {tables.map(({ name, bytes, rows }) => (
          <div key={name} className="contents">
            <dt className="min-w-0 break-words">
              <code className="text-[13px]">{name}</code>
            </dt>
            <dd className="text-end text-ink3 tabular-nums">
              {rows !== undefined && t("storage.rows", { count: Number(rows) })}
            </dd>
            <dd className="text-end text-ink2 tabular-nums">{sizeText(bytes)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function PartLine({ part, most }: { readonly part: StoragePart; readonly most: bigint }) {
  return (
    <div className="contents">
      <dt className="min-w-0">
        {nameOf(part.name)}
        <span
          aria-hidden
          className="mt-1 block h-1 rounded-full bg-accent"
          style={{ width: `${Math.max(1, Number((part.bytes * 100n) / (most || 1n)))}%` }}
        />
      </dt>
      <dd className="text-end text-ink2 tabular-nums">{sizeText(part.bytes)}</dd>
    </div>
  );
}

function nameOf(schema: string): string {
  return Object.hasOwn(names, schema) ? t(names[schema as keyof typeof names]) : schema;
}
