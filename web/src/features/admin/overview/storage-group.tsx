import type { Storage, StoragePart } from "../../../../../gen/chatter/admin/v1/admin_pb.js";
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
    </Group>
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
