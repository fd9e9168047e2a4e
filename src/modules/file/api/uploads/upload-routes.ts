import { Server } from "@tus/server";
import { DomainError } from "../../../../kernel/errors.ts";
import type { FileId, Ids } from "../../../../kernel/ids.ts";
import type { PlainRoute } from "../../../../platform/http/plain-routes.ts";
import type { BeginUploadDeps } from "../../application/begin-upload.ts";
import { refuse } from "../../domain/errors.ts";
import { askedBy } from "./asker.ts";
import { UploadDataStore } from "./upload-data-store.ts";

export interface UploadRouteDeps extends BeginUploadDeps {
  readonly ids: Ids;
  /** Makes a file of an upload of which all bytes are there; may be called again. */
  readonly finish: (id: FileId) => Promise<void>;
  readonly failed: (what: string, error: unknown) => void;
}

const UPLOADS_PATH = "/files/uploads";

/** Uploads by the tus protocol, which go on where they were broken off. */
export function uploadRoutes(deps: UploadRouteDeps): readonly PlainRoute[] {
  const server = createServer(deps);
  const handle: PlainRoute["handle"] = async (request, response, { actor }) => {
    const asker = await actor();
    if (asker === undefined) throw refuse("UNAUTHENTICATED");
    await askedBy(asker, () => server.handle(request, response));
  };
  return [
    { method: "OPTIONS", pattern: UPLOADS_PATH, handle },
    { method: "POST", pattern: UPLOADS_PATH, handle },
    { method: "OPTIONS", pattern: `${UPLOADS_PATH}/:fileId`, handle },
    { method: "HEAD", pattern: `${UPLOADS_PATH}/:fileId`, handle },
    { method: "PATCH", pattern: `${UPLOADS_PATH}/:fileId`, handle },
    { method: "DELETE", pattern: `${UPLOADS_PATH}/:fileId`, handle },
  ];
}

function createServer(deps: UploadRouteDeps): Server {
  return new Server({
    path: UPLOADS_PATH,
    datastore: new UploadDataStore(deps, deps.finish),
    relativeLocation: true,
    maxSize: deps.limits.file,
    // Other sites have no business here.
    allowedOrigins: () => false,
    namingFunction: () => deps.ids.next("fil"),
    async onUploadFinish(_request, { id }) {
      await deps.finish(id as FileId);
      return {};
    },
    onResponseError: (_request, error) => answerOf(deps, error),
  });
}

interface Answer {
  readonly status_code: number;
  readonly body: string;
}

/** As the tus server says it where the protocol itself was broken; undefined leaves that to it. */
function answerOf({ failed }: UploadRouteDeps, error: Error | Answer): Answer | undefined {
  if (!(error instanceof Error)) return undefined;
  if (!(error instanceof DomainError)) {
    failed("take an upload", error);
    return { status_code: 500, body: JSON.stringify({ code: "internal", reason: "INTERNAL" }) };
  }
  const { kind, reason, message } = error;
  return { status_code: statusOf(error), body: JSON.stringify({ code: kind, reason, message }) };
}

function statusOf({ kind, reason }: DomainError): number {
  if (reason === "UPLOAD_TOO_LARGE" || reason === "QUOTA_EXCEEDED") return 413;
  if (reason === "STORAGE_FULL") return 507;
  return { not_found: 404, denied: 403, exhausted: 429 }[kind as string] ?? 400;
}
