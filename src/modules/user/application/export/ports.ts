import type { ExportId, OrgId } from "../../../../kernel/ids.ts";
import type { ExportScope, OrgExport } from "../../domain/export.ts";

/** One line of the file: an object with its type, and the version of that type. */
export interface ExportLine {
  readonly type: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

/** How much of what is counted some lines are. */
export interface LineCounts {
  readonly messages?: number;
  readonly channels?: number;
}

/** Where lines go. Both throw ExportOver when nobody waits for them any more. */
export interface LineSink {
  /** Answers when there is room for more. */
  write(lines: readonly ExportLine[], counts?: LineCounts): Promise<void>;
  /** Whether so much was written that it is time to remember how far this came. */
  enough(): boolean;
}

export interface SectionRequest {
  readonly orgId: OrgId;
  readonly scope: ExportScope;
  /** Where the section stopped before, in its own words. */
  readonly after: string | undefined;
}

/** What a context adds to an export. */
export interface ExportSection {
  /** Its place in the file, from 1 to 8. */
  readonly part: number;
  /** Writes until it is at its end, or there was enough; then answers where to go on. */
  write(request: SectionRequest, sink: LineSink): Promise<string | undefined>;
}

/** What the other contexts know, in the order in which it is gathered. */
export interface ExportSources {
  readonly sections: readonly ExportSection[];
  countChannels(orgId: OrgId, scope: ExportScope): Promise<number>;
}

/** The export was canceled, or another process writes it. */
export class ExportOver extends Error {}

export interface PartPlace {
  readonly exportId: ExportId;
  readonly part: number;
  /** The number of the first chunk that is written. */
  readonly chunk: number;
}

/** Writes chunks of a part. */
export interface PartWriter extends LineSink {
  /** Writes what is left; answers the number of the chunk that follows. */
  close(): Promise<number>;
}

export interface ExportStore {
  /** Throws EXPORT_UNDER_WAY. Tells of it in the same transaction. */
  add(one: OrgExport): Promise<void>;
  find(orgId: OrgId, id: ExportId): Promise<OrgExport | undefined>;
  /** The latest first, those before one. */
  list(orgId: OrgId, before: ExportId | undefined, limit: number): Promise<readonly OrgExport[]>;
  /** Ends it in this way where it is in that state, with its file; false where it is not. */
  end(
    one: Pick<OrgExport, "id" | "state">,
    into: "canceled" | "failed" | "expired",
    at: Date,
  ): Promise<boolean>;
  countChannels(id: ExportId, channels: number): Promise<void>;
  /**
   * From now on it is this writer's alone, and chunks from the place on that an earlier one wrote are gone.
   * Undefined where it is not under way.
   */
  openPart(place: PartPlace): Promise<PartWriter | undefined>;
  /** Makes the file one, ready to be downloaded; only of one that is under way. */
  finish(id: ExportId, at: Date, expiresAt: Date): Promise<void>;
  /** Deletes the files whose time is over. */
  expire(now: Date): Promise<void>;
  /** The piece of the file that holds this byte, and where it begins; undefined past the end. */
  chunkAt(
    id: ExportId,
    offset: number,
  ): Promise<{ readonly startsAt: number; readonly bytes: Buffer } | undefined>;
  countDownload(id: ExportId, at: Date): Promise<void>;
}
