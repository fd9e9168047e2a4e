import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Clock } from "../../../kernel/clock.ts";
import { type ExportId, isId } from "../../../kernel/ids.ts";
import { type Authorizer, orgResource } from "../../../platform/authz/authorizer.ts";
import type { PlainCall, PlainRoute } from "../../../platform/http/plain-routes.ts";
import { accessExport } from "../application/export/cancel-export.ts";
import type { ExportStore } from "../application/export/ports.ts";
import { assertSession } from "../application/export/start-export.ts";
import { refuse } from "../domain/errors.ts";
import type { OrgExport } from "../domain/export.ts";
import { type ByteRange, rangeOf } from "./byte-range.ts";

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
      // Its bytes never change once it is ready, so the id tells them apart from all others.
      const etag = `"${one.id}"`;
      const { range: asked, "if-range": unlessChanged = etag } = request.headers;
      const range = unlessChanged === etag ? rangeOf(asked, one.bytes) : undefined;
      if (range === "outside") {
        response.writeHead(416, { "content-range": `bytes */${one.bytes}`, etag }).end();
        return;
      }
      const part = range ?? { first: 0, last: one.bytes - 1 };
      response.writeHead(range === undefined ? 200 : 206, {
        ...headersOf(one),
        etag,
        "content-length": part.last - part.first + 1,
        ...(range && { "content-range": `bytes ${range.first}-${range.last}/${one.bytes}` }),
      });
      if (request.method === "HEAD") response.end();
      else await send(deps, one, { part, response });
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
    "accept-ranges": "bytes",
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  };
}

interface Sending {
  readonly part: ByteRange;
  readonly response: ServerResponse;
}

async function send({ exports, clock }: ExportRouteDeps, { id }: OrgExport, { part, response }: Sending) {
  if (part.first === 0) await exports.countDownload(id, clock.now());
  // Who goes away in the middle, or an export that is deleted then, is nobody's error.
  await pipeline(Readable.from(bytesOf(exports, id, part)), response).catch(() => response.destroy());
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
