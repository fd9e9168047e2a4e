import { beginMessage, clientCache, pictureCache } from "../src/installed/cache-names.ts";
import { askedFor } from "./asked-for.ts";
import { keptPicture } from "./kept-pictures.ts";
import { answerPushes } from "./push.ts";

declare const self: ServiceWorkerGlobalScope;

/** The build that this worker serves: it is written in when the client is built. */
declare const BUILD: {
  readonly version: string;
  /** By path: the integrity of what must be just this file, empty where its name says so already. */
  readonly files: Readonly<Record<string, string>>;
};

const page = "/index.html";
const most = 8;
const cacheName = clientCache(BUILD.version);
const files = new Set(Object.keys(BUILD.files));

/**
 * One worker serves one build, as a whole: it is installed when each file has come, and takes over when no page
 * shows an older build any more, or somebody asked for the new one. So no page ever mixes two.
 */
self.addEventListener("install", (event) => event.waitUntil(keepBuild()));
self.addEventListener("activate", (event) => event.waitUntil(begin()));
self.addEventListener("message", ({ data }) => {
  if (data === beginMessage) void self.skipWaiting();
});

answerPushes();

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (origin !== self.location.origin) return;
  switch (askedFor({ method, mode, path: pathname }, files)) {
    case "page":
      return event.respondWith(kept(page, event.request));
    case "file":
      return event.respondWith(kept(pathname, event.request));
    case "picture":
      return event.respondWith(keptPicture(event));
    case "server":
  }
});

async function keepBuild(): Promise<void> {
  const cache = await caches.open(cacheName);
  const missing = Object.entries(BUILD.files);
  const fetchNext = async () => {
    for (let next = missing.pop(); next !== undefined; next = missing.pop()) await keepFile(cache, ...next);
  };
  await Promise.all(Array.from({ length: most }, fetchNext));
}

/** What the build before had too is not fetched again: the name of such a file tells its content. */
async function keepFile(cache: Cache, path: string, integrity: string): Promise<void> {
  const known = integrity === "" ? await caches.match(path, { ignoreVary: true }) : undefined;
  const init: RequestInit = integrity === "" ? {} : { integrity, cache: "no-cache" };
  const response = known ?? (await fetch(path, init));
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}.`);
  await cache.put(path, response);
}

async function begin(): Promise<void> {
  const current: readonly string[] = [cacheName, pictureCache];
  const names = await caches.keys();
  await Promise.all(names.filter((name) => !current.includes(name)).map((name) => caches.delete(name)));
  // The page that brought this worker is served by it from now on; without it, it would have to be loaded again.
  await self.clients.claim();
}

/** Browsers throw away what is kept where there is no space left. */
async function kept(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(path, { ignoreVary: true })) ?? fetch(request);
}
