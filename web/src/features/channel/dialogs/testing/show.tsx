import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { type ConnectRouter, createRouterTransport } from "@connectrpc/connect";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import type { ReactNode } from "react";
import { onTestFinished, vi } from "vitest";
import { AuthService } from "../../../../../../gen/chatter/auth/v1/auth_pb.js";
import { MyChannelSchema } from "../../../../../../gen/chatter/channel/v1/channel_pb.js";
import { fetchReasons } from "../../../../api/failure.ts";
import { QueryProvider, queryClient } from "../../../../api/query.tsx";
import { createMemoryCache } from "../../../../store/cache/memory.ts";
import { startClient } from "../../../../store/client.ts";
import { ClientProvider } from "../../../../store/client-context.tsx";
import { createBrowser } from "../../../../store/testing/browser.ts";
import { perform, render } from "../../../../testing/render.ts";
import { preloadParts } from "../../../../ui/lazy-part.tsx";

export const me = "usr_mei";

const never = () => () => undefined;
const surroundings = { isOnline: () => true, isVisible: () => true, subscribe: never, onActivity: never };

/** Shows the content of a dialog to Mei, who is signed in to a server that has these services, and is in a channel. */
export async function show(
  content: ReactNode,
  services: (router: ConnectRouter) => void,
  mine?: MessageInitShape<typeof MyChannelSchema>,
) {
  const client = clientOf(services);
  onTestFinished(() => {
    client.stop();
    queryClient.clear();
    localStorage.clear();
  });
  await vi.waitFor(() => {
    if (client.workspace.getState() === undefined) throw new Error("Nobody is signed in yet.");
  });
  const { channel: proto, membership } = create(MyChannelSchema, mine);
  if (proto !== undefined && membership !== undefined)
    client.workspace.getState()?.channels.added(proto, membership);
  const root = createRootRoute({ component: () => content });
  const channel = createRoute({ getParentRoute: () => root, path: "/c/$channelId" });
  const history = createMemoryHistory({ initialEntries: ["/"] });
  const router = createRouter({ routeTree: root.addChildren([channel]), history });
  await Promise.all([router.load(), preloadParts(), fetchReasons()]);
  const { container } = await render(
    <ClientProvider client={client}>
      <QueryProvider transport={client.transport}>
        <RouterProvider router={router as never} />
      </QueryProvider>
    </ClientProvider>,
  );
  return { ...hands(), container, client, path: () => router.state.location.pathname };
}

function clientOf(services: (router: ConnectRouter) => void) {
  const browser = createBrowser<never>();
  return startClient({
    createTransport: () =>
      createRouterTransport((router) => {
        router.service(AuthService, { getSession: () => ({ account: { userId: me } }) });
        services(router);
      }),
    // The connection never comes about: dialogs do without it.
    openSocket: () => ({ send: () => undefined, close: () => undefined }),
    openCache: createMemoryCache,
    forgetHabits: async () => undefined,
    openTabs: (name) => browser.open(name),
    surroundings,
  });
}

/**
 * Waits until something holds, at most a second. React shows nothing within `perform`, so each look comes after
 * one; and one follows the other at once, so that nothing changes outside of them.
 */
async function until(check: () => void): Promise<void> {
  const deadline = performance.now() + 1_000;
  for (;;) {
    await perform(() => new Promise((resolve) => setTimeout(resolve)));
    try {
      check();
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
  }
}

/** What a person does with it; menus and toasts lie elsewhere in the document than the dialog. */
function hands() {
  const must = (selector: string): HTMLElement => {
    const found = document.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`There is no ${selector} in ${document.body.innerHTML}`);
    return found;
  };
  return {
    until,
    /** Waits until something is there. */
    see: (selector: string) => until(() => void must(selector)),
    read: (selector: string) => [...document.querySelectorAll(selector)].map((each) => each.textContent),
    press: (selector: string, key: string) =>
      perform(() => {
        const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
        must(selector).dispatchEvent(event);
      }),
    type: (selector: string, text: string) =>
      perform(() => {
        const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
        const input = must(selector);
        setValue?.call(input, text);
        input.dispatchEvent(new Event("input", { bubbles: true }));
      }),
    click: (selector: string) => perform(() => must(selector).click()),
    submit: () =>
      perform(() => {
        must("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
      }),
  };
}
