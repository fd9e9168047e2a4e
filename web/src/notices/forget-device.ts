import { forgetNotices } from "./show-notice.ts";

/** Shows nothing more to whoever sits here when somebody has signed out, and takes no more pushes for them. */
export async function forgetDevice(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration === undefined) return;
  await forgetNotices(registration);
  const subscription = await registration.pushManager.getSubscription();
  // The server has let go of it with the session; that the browser does too is a courtesy, and needs its maker's server.
  await subscription?.unsubscribe().catch(() => false);
}
