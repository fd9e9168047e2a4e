import type { Clock } from "../../../../kernel/clock.ts";
import type { ExportId, OrgId } from "../../../../kernel/ids.ts";
import { expiryOf, type OrgExport } from "../../domain/export.ts";
import type { UserStore } from "../ports.ts";
import { accessExport } from "./cancel-export.ts";
import {
  type ExportLine,
  ExportOver,
  type ExportSources,
  type ExportStore,
  type PartPlace,
} from "./ports.ts";

export interface WriteExportDeps {
  readonly exports: ExportStore;
  readonly sources: ExportSources;
  readonly store: UserStore;
  readonly clock: Clock;
}

/** Which export is written. */
export interface ExportKey {
  readonly orgId: OrgId;
  readonly id: ExportId;
}

/** How far an export came. */
export interface ExportPlace {
  /** The section that is next, in the order of the sources. */
  readonly section: number;
  /** Where the section stopped, in its own words. */
  readonly after: string | undefined;
  /** The number of the next chunk of its part. */
  readonly chunk: number;
}

const HEAD = 0;
const END = 9;
export const EXPORT_VERSION = 1;

/** Writes what the file begins with. May be called again. */
export async function beginExport(deps: WriteExportDeps, { orgId, id }: ExportKey): Promise<void> {
  const one = await accessExport(deps.exports, orgId, id);
  await deps.exports.countChannels(id, await deps.sources.countChannels(orgId, one.scope));
  const org = await deps.store.read.findOrg(orgId);
  await writePart(deps, { exportId: id, part: HEAD, chunk: 0 }, [
    headOf(one),
    { type: "organisation", version: EXPORT_VERSION, id: orgId, name: org?.name ?? "" },
  ]);
}

/**
 * Writes some more; answers how far it came, undefined at the end or where nobody wants it any more. Called
 * again with the same place it writes the same again.
 */
export async function continueExport(
  { exports, sources }: WriteExportDeps,
  { orgId, id }: ExportKey,
  place: ExportPlace,
): Promise<ExportPlace | undefined> {
  const section = sources.sections[place.section];
  if (section === undefined) return undefined;
  const { scope } = await accessExport(exports, orgId, id);
  const writer = await exports.openPart({ exportId: id, part: section.part, chunk: place.chunk });
  if (writer === undefined) return undefined;
  try {
    const after = await section.write({ orgId, scope, after: place.after }, writer);
    const chunk = await writer.close();
    if (after !== undefined) return { section: place.section, after, chunk };
    const next = place.section + 1;
    return next < sources.sections.length ? { section: next, after: undefined, chunk: 0 } : undefined;
  } catch (error) {
    if (!(error instanceof ExportOver) || (await isUnderWay(exports, orgId, id))) throw error;
    return undefined;
  }
}

/** Writes what the file ends with, by which one that was cut off is recognised, and makes it ready. */
export async function finishExport(deps: WriteExportDeps, { orgId, id }: ExportKey): Promise<void> {
  const { exports, clock } = deps;
  const { channelsDone, messages, state } = await accessExport(exports, orgId, id);
  if (state !== "running") return;
  const endedAt = clock.now();
  const end = { type: "end", version: EXPORT_VERSION, channels: channelsDone, messages, ended_at: endedAt };
  await writePart(deps, { exportId: id, part: END, chunk: 0 }, [end]);
  await exports.finish(id, endedAt, expiryOf(endedAt));
}

/** Gives it up. May be called again. */
export async function failExport({ exports, clock }: WriteExportDeps, { id }: ExportKey): Promise<void> {
  await exports.end({ id, state: "running" }, "failed", clock.now());
}

async function writePart(
  { exports }: WriteExportDeps,
  place: PartPlace,
  lines: readonly ExportLine[],
): Promise<void> {
  const writer = await exports.openPart(place);
  await writer?.write(lines);
  await writer?.close();
}

async function isUnderWay(exports: ExportStore, orgId: OrgId, id: ExportId): Promise<boolean> {
  return (await exports.find(orgId, id))?.state === "running";
}

function headOf({ id, scope, askedBy, askedAt }: OrgExport): ExportLine {
  return {
    ...{ type: "export", version: EXPORT_VERSION, id, format: "chatter-export" },
    ...{ scope, asked_by: askedBy, asked_at: askedAt },
  };
}
