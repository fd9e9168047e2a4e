import type { IncomingMessage, ServerResponse } from "node:http";
import { create as contentDisposition } from "content-disposition";
import { isId } from "../../../kernel/ids.ts";
import { answerParts } from "../../../platform/http/answer-parts.ts";
import type { PlainCall, PlainRoute } from "../../../platform/http/plain-routes.ts";
import { type AccessFileDeps, accessFile } from "../application/access-file.ts";
import type { Contents, Part } from "../application/ports.ts";
import { refuse } from "../domain/errors.ts";
import { renditions, type StoredFile } from "../domain/file.ts";
import { isShown } from "../domain/media-type.ts";

export interface DownloadRouteDeps extends AccessFileDeps {
  readonly contents: Contents;
}

/**
 * The content of files to those who may see them, in parts too; with `?download` always to be saved. Whatever a
 * content holds, a browser takes it for nothing but what it was found to be, and runs nothing of it.
 */
export function downloadRoutes(deps: DownloadRouteDeps): readonly PlainRoute[] {
  return [
    {
      method: "GET",
      pattern: "/files/:fileId",
      async handle(request, response, call) {
        const file = await enter(deps, call);
        const disposition = isShown(file.type) && !call.query.has("download") ? "inline" : "attachment";
        await send(
          deps,
          { request, response, file, part: "content" },
          {
            "content-type": file.type === "text/plain" ? "text/plain; charset=utf-8" : file.type,
            "content-disposition": contentDisposition(file.name, { type: disposition }),
            "cache-control": "private, no-cache",
          },
        );
      },
    },
    {
      method: "GET",
      pattern: "/files/:fileId/:rendition",
      async handle(request, response, call) {
        const file = await enter(deps, call);
        const { rendition = "" } = call.params;
        if (!isRendition(rendition) || file.picture === undefined) throw refuse("FILE_NOT_FOUND");
        await send(
          deps,
          { request, response, file, part: rendition },
          {
            "content-type": "image/webp",
            "content-disposition": "inline",
            "cache-control": "private, max-age=86400, immutable",
          },
        );
      },
    },
  ];
}

const isRendition = (name: string): name is keyof typeof renditions => Object.hasOwn(renditions, name);

async function enter(deps: DownloadRouteDeps, { params, actor }: PlainCall): Promise<StoredFile> {
  const asker = await actor();
  if (asker === undefined) throw refuse("UNAUTHENTICATED");
  const { fileId = "" } = params;
  if (!isId("fil", fileId)) throw refuse("FILE_NOT_FOUND");
  return accessFile(deps, asker, fileId);
}

interface Sending {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly file: StoredFile;
  readonly part: Part;
}

async function send(
  { contents }: DownloadRouteDeps,
  { request, response, file: { hash }, part }: Sending,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const size = await contents.size(hash, part);
  if (size === undefined) throw refuse("FILE_NOT_FOUND");
  await answerParts(request, response, {
    etag: `"${hash}-${part}"`,
    size,
    headers: { ...headers, ...SAFE },
    open: (range) => contents.open(hash, part, range),
  });
}

const SAFE = {
  "content-security-policy": "default-src 'none'; sandbox",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};
