import { Outlet } from "@tanstack/react-router";
import { useStore } from "zustand";
import { MessageTextContext } from "../../markdown/context.ts";
import { Shell } from "../../shell/shell.tsx";
import { useClient } from "../../store/client-context.tsx";
import { AppSidebar } from "./app-sidebar.tsx";
import { useAddressPlace, useWays } from "./use-place.ts";
import { useTextWorld } from "./use-text-world.ts";

/** The frame around everything that is for people who are signed in. */
export function AppFrame() {
  // Between the end of a session and the sign-in page there is a moment without a workspace.
  const workspace = useStore(useClient().workspace);
  return workspace === undefined ? null : <SignedInFrame />;
}

function SignedInFrame() {
  const { channelId, threadId } = useAddressPlace();
  const ways = useWays();
  const onBack = threadId === undefined ? ways.openHome : ways.closeThread;
  return (
    <MessageTextContext value={useTextWorld(ways)}>
      <Shell pane={channelId === undefined ? "sidebar" : "main"} onBack={onBack} sidebar={<AppSidebar />}>
        <Outlet />
      </Shell>
    </MessageTextContext>
  );
}
