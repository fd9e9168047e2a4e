import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";
import { answerText } from "./answers.ts";
import { setPageHeaders } from "./security-headers.ts";

/** Serves the built client; false for what is none of its files and no page of it either. */
export type ServeWebClient = (request: IncomingMessage, response: ServerResponse) => boolean;

const IMMUTABLE = "public, max-age=31536000, immutable";
const SIMPLE_RANGE = /^bytes=(\d+)-(\d*)$/;

export function createWebClient(folder: string): ServeWebClient {
  // `dev` looks at the folder anew each time: the lists and lengths of a cache would be wrong, and
  // answers broken, from the moment the client is built again below a running server.
  const serveFile = sirv(folder, { dev: true, etag: true, brotli: true, gzip: true, setHeaders });
  return (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    if (isHidden(request)) return false;
    prepare(request, response);
    let served = true;
    serveFile(request, response, () => {
      served = isNavigation(request);
      // Its paths are the client's own: it reads them and shows the page.
      if (served) serveFile(Object.assign(request, { url: "/" }), response, () => remind(response));
    });
    return served;
  };
}

/** Names below /assets hold a hash of the content; the others must be asked for again, by their ETag. */
function setHeaders(response: ServerResponse, path: string): void {
  setPageHeaders(response);
  response.setHeader("cache-control", path.startsWith("/assets/") ? IMMUTABLE : "no-cache");
}

/** Against what the library would stumble over: odd ranges, and files that go away while they are read. */
function prepare(request: IncomingMessage, response: ServerResponse): void {
  const [, from, to] = SIMPLE_RANGE.exec(request.headers.range ?? "") ?? [];
  const usable = from !== undefined && (!to || Number(from) <= Number(to));
  if (!usable) delete request.headers.range;
  response.once("pipe", (file) => file.once("error", () => response.destroy()));
}

function isHidden(request: IncomingMessage): boolean {
  return pathOf(request).includes("/.");
}

function isNavigation(request: IncomingMessage): boolean {
  const path = pathOf(request);
  const file = path.slice(path.lastIndexOf("/")).includes(".");
  return !file && (request.headers.accept ?? "").includes("text/html");
}

function pathOf({ url }: IncomingMessage): string {
  return (url ?? "").split("?", 1)[0] ?? "";
}

function remind(response: ServerResponse): void {
  answerText(response, 503, "The web client is not built yet: run `make web`.\n");
}
