import type { Client } from "../store/client.ts";
import { installedText as t } from "../text/installed.ts";
import { showToast } from "../ui/toast-store.ts";
import { beginMessage } from "./cache-names.ts";

/**
 * Has the service worker keep this client on the device, and offers a newer one when it has come as a whole.
 * Choosing it loads every tab anew, so that all show the same build. Where there is no worker (pages without TLS,
 * private windows, development) a newer one is told of by the server and fetched by a reload.
 */
export async function followVersions(client: Pick<Client, "workspace">): Promise<void> {
  const registration = await register();
  let isOffered = false;
  const offer = () => {
    if (isOffered) return;
    isOffered = true;
    const run = () => takeNew(registration);
    showToast({ text: t("version.isNew"), isLasting: true, action: { label: t("version.reload"), run } });
  };
  if (registration !== undefined) watch(registration, offer);
  whenOutdated(client, () => void lookForNew(registration, offer));
}

async function register(): Promise<ServiceWorkerRegistration | undefined> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return undefined;
  reloadWhenReplaced(navigator.serviceWorker);
  // Browsers refuse it in private windows and where they do not trust the certificate; the client works without.
  return navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => undefined);
}

/** Another tab, or this one, asked for the new build. The first worker of a page replaces none. */
function reloadWhenReplaced(container: ServiceWorkerContainer): void {
  let wasServed = container.controller !== null;
  container.addEventListener("controllerchange", () => {
    if (wasServed) window.location.reload();
    wasServed = true;
  });
}

function watch(registration: ServiceWorkerRegistration, offer: () => void): void {
  // What is installed while there is none before it does not wait.
  const offerIfWaiting = () => {
    if (registration.waiting !== null && registration.active !== null) offer();
  };
  offerIfWaiting();
  registration.addEventListener("updatefound", () =>
    registration.installing?.addEventListener("statechange", offerIfWaiting),
  );
}

/** The server has a newer client, and may have had it before: then only a reload is left to be offered. */
async function lookForNew(
  registration: ServiceWorkerRegistration | undefined,
  offer: () => void,
): Promise<void> {
  // Without a network it is looked for with the next connection.
  const updated = await registration?.update().catch(() => registration);
  if (!updated?.installing && !updated?.waiting) offer();
}

function whenOutdated({ workspace }: Pick<Client, "workspace">, tell: () => void): void {
  let stop: (() => void) | undefined;
  const follow = () => {
    stop?.();
    stop = workspace.getState()?.connection.status.subscribe(({ isOutdated }, before) => {
      if (isOutdated && !before.isOutdated) tell();
    });
    if (workspace.getState()?.connection.status.getState().isOutdated) tell();
  };
  workspace.subscribe(follow);
  follow();
}

function takeNew(registration: ServiceWorkerRegistration | undefined): void {
  const waiting = registration?.waiting;
  if (!waiting) return window.location.reload();
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener("controllerchange", () => window.location.reload(), { once: true });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is no window
  waiting.postMessage(beginMessage);
}
