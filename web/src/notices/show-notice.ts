import { joined, type Notice, type Shown, shownIn } from "./notice.ts";
import { wordsIn } from "./words.ts";

/** Browsers know these, and the declarations of some do not. */
interface NoticeOptions extends NotificationOptions {
  readonly renotify: boolean;
  readonly timestamp: number;
}

/** What was shown on this device, by tabs or by the service worker. It names no person and no text. */
const shownCache = "chatter shown";
const shownList = "/shown";
const remembered = 300;

/**
 * Shows it on this device, once: tabs and the service worker may all be told of the same thing. Answers whether it
 * was shown now.
 */
export function showNotice(
  registration: ServiceWorkerRegistration,
  notice: Notice,
  { silent }: { readonly silent: boolean },
): Promise<boolean> {
  // One after the other, in all tabs and the worker, so that each sees what the one before has shown.
  return navigator.locks.request(shownCache, async () => {
    if (!(await isNew(notice.id))) return false;
    const [before] = await registration.getNotifications({ tag: notice.tag });
    const shown = joined(shownIn(before?.data), notice);
    await registration.showNotification(notice.title, optionsOf(notice, shown, silent));
    return true;
  });
}

/** Takes away what is shown of these conversations. */
export async function closeNotices(
  registration: ServiceWorkerRegistration,
  tags: ReadonlySet<string>,
): Promise<void> {
  for (const notification of await registration.getNotifications())
    if (tags.has(notification.tag)) notification.close();
}

/** Takes away all that is shown, where somebody signs out. */
export async function forgetNotices(registration: ServiceWorkerRegistration): Promise<void> {
  for (const notification of await registration.getNotifications()) notification.close();
  await caches.delete(shownCache);
}

function optionsOf({ tag, at, language }: Notice, shown: Shown, silent: boolean): NoticeOptions {
  const { lines, count } = shown;
  const earlier = count - lines.length;
  const body = earlier > 0 ? [wordsIn(language)("earlier", { count: earlier }), ...lines] : lines;
  return {
    tag,
    body: body.join("\n"),
    data: shown,
    icon: "/icons/icon-192.png",
    badge: "/icons/icon-192.png",
    lang: language,
    dir: "auto",
    timestamp: at,
    // What replaces what is shown already calls as if it were the first.
    renotify: true,
    silent,
  };
}

/** Within the lock. */
async function isNew(id: string): Promise<boolean> {
  const cache = await caches.open(shownCache);
  const kept = await cache.match(shownList);
  const ids = kept === undefined ? [] : (await kept.text()).split("\n");
  if (ids.includes(id)) return false;
  await cache.put(shownList, new Response([...ids, id].slice(-remembered).join("\n")));
  return true;
}
