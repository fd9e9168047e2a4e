import { Readable } from "node:stream";
import type { Clock } from "../../../kernel/clock.ts";
import { type ExportId, isId } from "../../../kernel/ids.ts";
import { type Authorizer, orgResource } from "../../../platform/authz/authorizer.ts";
import { answerParts } from "../../../platform/http/answer-parts.ts";
import type { ByteRange } from "../../../platform/http/byte-range.ts";
import type { PlainCall, PlainRoute } from "../../../platform/http/plain-routes.ts";
import { accessExport } from "../application/export/cancel-export.ts";
import type { ExportStore } from "../application/export/ports.ts";
import { assertSession } from "../application/export/start-export.ts";
import { refuse } from "../domain/errors.ts";
import type { OrgExport } from "../domain/export.ts";

export interface ExportRouteDeps {
  readonly exports: ExportStore;
  readonly authorizer: Pick<Authorizer, "check">;
  readonly clock: Clock;
}

const FOLDER = "/exports";

export const exportPath = (id: ExportId): string => `${FOLDER}/${id}`;

/** Serves the file of an export to the owners, in parts too, so that what broke off can be gone on with. */
export function exportRoute(deps: ExportRouteDeps): PlainRoute {
  return {
    method: "GET",
    pattern: `${FOLDER}/:exportId`,
    async handle(request, response, call) {
      const one = await enter(deps, call);
      await answerParts(request, response, {
        // Its bytes never change once it is ready, so the id tells them apart from all others.
        etag: `"${one.id}"`,
        size: one.bytes,
        headers: headersOf(one),
        open: (part) => open(deps, one, part),
      });
    },
  };
}

/** Who asks must be an owner in a session; throws as the RPCs do. */
async function enter(
  { exports, authorizer }: ExportRouteDeps,
  { params, actor }: PlainCall,
): Promise<OrgExport> {
  const asker = await actor();
  if (asker === undefined) throw refuse("UNAUTHENTICATED");
  const { exportId = "" } = params;
  const allowed = await authorizer.check(asker.userId, "export", orgResource(asker.orgId));
  if (!allowed || !isId("exp", exportId)) throw refuse("EXPORT_NOT_FOUND");
  assertSession(asker);
  const one = await accessExport(exports, asker.orgId, exportId);
  if (one.state !== "ready") throw refuse("EXPORT_NOT_READY");
  return one;
}

function headersOf({ askedAt }: OrgExport) {
  const day = askedAt.toISOString().slice(0, 10);
  return {
    "content-type": "application/gzip",
    "content-disposition": `attachment; filename="chatter-${day}.jsonl.gz"`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  };
}

async function open({ exports, clock }: ExportRouteDeps, { id }: OrgExport, part: ByteRange) {
  if (part.first === 0) await exports.countDownload(id, clock.now());
  return Readable.from(bytesOf(exports, id, part));
}

/** A chunk at a time, and the next only when the reader has taken it. */
async function* bytesOf(
  exports: ExportStore,
  id: ExportId,
  { first, last }: ByteRange,
): AsyncGenerator<Buffer> {
  for (let offset = first; offset <= last; ) {
    const chunk = await exports.chunkAt(id, offset);
    if (chunk === undefined) throw new Error("the file was deleted while it was read");
    yield chunk.bytes.subarray(offset - chunk.startsAt, last + 1 - chunk.startsAt);
    offset = chunk.startsAt + chunk.bytes.length;
  }
}
