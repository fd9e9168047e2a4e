import { createStore } from "zustand/vanilla";

/** What a browser gives that can install the client; only some do, and only once. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

/** The browser's offer to install the client, kept for the place where somebody looks for it. */
export const installOffer = createStore<InstallOffer | undefined>(() => undefined);

/** Keeps the offer from being made over what somebody is doing. The browser makes it early, and once. */
export function keepInstallOffer(): void {
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    installOffer.setState(event as InstallOffer, true);
  });
  window.addEventListener("appinstalled", () => installOffer.setState(undefined, true));
}
