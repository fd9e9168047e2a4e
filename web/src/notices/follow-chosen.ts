import { linkToOpen } from "./conversation.ts";

/** Leads to what somebody chose among what the service worker shows. Pages without TLS have none. */
export function followChosen(open: (link: string) => void): void {
  if (!("serviceWorker" in navigator)) return;
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    const link = linkToOpen(data);
    if (link !== undefined) open(link);
  });
}
