import { pictureCache } from "../src/installed/cache-names.ts";

const most = 500;

/** A picture of a person, from this device where it was shown before. */
export async function keptPicture(event: FetchEvent): Promise<Response> {
  const cache = await caches.open(pictureCache);
  const kept = await cache.match(event.request, { ignoreVary: true });
  if (kept !== undefined) return kept;
  // Kept in one place only, so that one place is to be emptied when somebody signs out.
  const fetched = await fetch(event.request, { cache: "no-store" });
  if (fetched.ok) event.waitUntil(keep(cache, event.request, fetched.clone()));
  return fetched;
}

async function keep(cache: Cache, request: Request, response: Response): Promise<void> {
  await cache.put(request, response);
  // Keys come in the order in which they were put.
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)));
}
