import { openMessage, shownAt } from "../src/notices/conversation.ts";
import { shownIn } from "../src/notices/notice.ts";
import { closeNotices, showNotice } from "../src/notices/show-notice.ts";
import { noticeOf } from "../src/notices/told.ts";
import { wordsIn } from "../src/notices/words.ts";
import { type Pushed, readPush } from "./pushed.ts";

declare const self: ServiceWorkerGlobalScope;

/** Shows what is pushed and takes away what was read elsewhere; a click leads to what it is about. */
export function answerPushes(): void {
  self.addEventListener("push", (event) => {
    const pushed = readPush(event.data?.text() ?? "");
    if (pushed !== undefined) event.waitUntil(answer(pushed));
  });
  self.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(open(shownIn(event.notification.data)?.link ?? "/"));
  });
}

async function answer(pushed: Pushed): Promise<void> {
  const { registration } = self;
  switch (pushed.kind) {
    case "notification": {
      await closeNotices(registration, new Set(pushed.read));
      // Whoever looks at it needs not be told of it.
      if (await isLookedAt(pushed.tag)) return;
      await showNotice(registration, noticeOf(pushed), { silent: false });
      return;
    }
    case "test": {
      const words = wordsIn(pushed.language);
      return registration.showNotification(words("test"), { body: words("testText"), tag: "test" });
    }
  }
}

const windows = (): Promise<readonly WindowClient[]> =>
  self.clients.matchAll({ type: "window", includeUncontrolled: true });

async function isLookedAt(tag: string): Promise<boolean> {
  const open = await windows();
  return open.some(({ focused, url }) => focused && shownAt(url).has(tag));
}

/** In a window that is open, without loading it anew; otherwise in a new one. */
async function open(link: string): Promise<void> {
  const [first, ...others] = await windows();
  const window = others.find(({ focused }) => focused) ?? first;
  if (window === undefined) {
    await self.clients.openWindow(link);
    return;
  }
  const focused = await window.focus();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a client of a worker is of its origin
  focused.postMessage(openMessage(link));
}
