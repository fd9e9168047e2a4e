import { createRouter, RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { fetchReasons } from "./api/failure.ts";
import { onSessionTurned } from "./features/auth/settled-session.ts";
import { followPreferences } from "./features/user/preferences/preferred-appearance.ts";
import { keepInstallOffer } from "./installed/install-offer.ts";
import { routeTree } from "./routeTree.gen.ts";
import { startClient } from "./store/client.ts";
import { ClientProvider } from "./store/client-context.tsx";
import "./styles/index.css";
import { speakPageLanguage } from "./text/page-language.ts";
import { followAppearance } from "./ui/appearance.ts";
import { preloaded, preloadParts } from "./ui/lazy-part.tsx";
import { mendLostFocus } from "./ui/lost-focus.tsx";
import { pageSettled, whenPageSettled } from "./ui/page-settled.ts";
import { whenIdle } from "./ui/when-idle.ts";

const client = startClient();
const router = createRouter({
  routeTree,
  context: { client },
  defaultPreload: "intent",
  scrollRestoration: false,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root element.");
await speakPageLanguage();
createRoot(root).render(
  <StrictMode>
    <ClientProvider client={client}>
      <RouterProvider router={router} />
    </ClientProvider>
  </StrictMode>,
);

// Each page says for itself who may see it.
onSessionTurned(client.session, () => void router.invalidate());
followAppearance();
followPreferences(client);
keepInstallOffer();
// What is only opened later does not compete with the first screen.
preloaded(fetchReasons);
preloaded(() => import("./installed/versions.ts").then(({ followVersions }) => followVersions(client)));
preloaded(() =>
  import("./notices/follow-chosen.ts").then(({ followChosen }) =>
    followChosen((link) => router.history.push(link)),
  ),
);
whenPageSettled(() => whenIdle(preloadParts));
// A channel says for itself when its messages are shown.
router.subscribe("onRendered", ({ toLocation, fromLocation }) => {
  // What had the keyboard went with the page before.
  if (fromLocation !== undefined) mendLostFocus();
  if (!toLocation.pathname.startsWith("/c/")) pageSettled();
});
