/** What a request of this origin is for. */
export type AskedFor = "page" | "file" | "picture" | "server";

/** Pages that the server makes itself; everything else that is navigated to is a place in the client. */
const ofServer =
  /^\/(?:chatter\.|grpc\.|(?:api|auth|avatars|docs|exports|files|healthz|mcp|metrics|readyz|realtime)(?:\/|$))/;

/** Addresses of pictures have a hash of the picture in them, so what was kept is never out of date. */
const picture = /^\/avatars\//;

/** `files` are those of the build, by their paths. */
export function askedFor(
  { method, mode, path }: { readonly method: string; readonly mode: string; readonly path: string },
  files: ReadonlySet<string>,
): AskedFor {
  if (method !== "GET") return "server";
  if (mode !== "navigate" && picture.test(path)) return "picture";
  if (files.has(path)) return "file";
  return mode === "navigate" && !ofServer.test(path) ? "page" : "server";
}
