import { createFileRoute, Outlet, useLocation } from "@tanstack/react-router";
import { EntryError } from "../features/auth/entry-error.tsx";
import { requireAccount } from "../features/auth/gate.ts";
import { SettingsFrame } from "../settings/settings-frame.tsx";
import { pathOf, settingsPages } from "../settings/settings-pages.ts";
import { useSession } from "../store/hooks.ts";

export const Route = createFileRoute("/settings")({
  beforeLoad: ({ context, location }) => requireAccount(context.client, location),
  errorComponent: EntryError,
  component: Settings,
});

function Settings() {
  const session = useSession();
  const { pathname } = useLocation();
  // The session has ended, and the way to sign in is being opened.
  if (session.phase !== "signed-in") return null;
  const pages = settingsPages(session.account.role);
  return (
    <SettingsFrame pages={pages} page={pages.find((page) => pathOf(page) === pathname)}>
      <Outlet />
    </SettingsFrame>
  );
}
