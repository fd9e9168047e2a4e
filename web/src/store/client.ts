import type { Transport } from "@connectrpc/connect";
import { createStore, type StoreApi } from "zustand/vanilla";
import { type Api, createApi } from "../api/clients.ts";
import { createApiTransport } from "../api/transport.ts";
import { type OpenSocket, openWebSocket } from "../realtime/socket.ts";
import { browserSurroundings, type Surroundings } from "../realtime/surroundings.ts";
import type { OpenCache } from "./cache/cache.ts";
import { openIndexedDb } from "./cache/indexed-db.ts";
import { forgetHabits } from "./session/forget-habits.ts";
import { Session, type SessionNews } from "./session/session.ts";
import { openTabs, type Tabs } from "./tabs.ts";
import { Workspace } from "./workspace.ts";

/** What the data layer needs of the browser; tests give their own. */
export interface Ports {
  readonly createTransport: (onUnauthenticated: () => void) => Transport;
  readonly openSocket: OpenSocket;
  readonly openCache: OpenCache;
  /** Forgets what the browser remembers besides of who was here. */
  readonly forgetHabits: () => Promise<void>;
  readonly openTabs: <News>(name: string) => Tabs<News>;
  readonly surroundings: Surroundings;
}

/** The data layer of one tab. */
export interface Client {
  readonly transport: Transport;
  readonly api: Api;
  readonly session: Session;
  /** What the signed-in person sees and does; undefined while nobody is. */
  readonly workspace: StoreApi<Workspace | undefined>;
  readonly stop: () => void;
}

const browserPorts: Ports = {
  createTransport: (onUnauthenticated) => createApiTransport({ onUnauthenticated }),
  openSocket: openWebSocket,
  openCache: openIndexedDb,
  forgetHabits,
  openTabs,
  surroundings: browserSurroundings,
};

/** Wires everything and begins: asks who is signed in, and opens their workspace. */
export function startClient(ports: Ports = browserPorts): Client {
  const transport = ports.createTransport(() => void session.verify());
  const api = createApi(transport);
  const tabs = ports.openTabs<SessionNews>("chatter");
  const workspace = createStore<Workspace | undefined>(() => undefined);

  const session = new Session({
    api,
    tell: (news) => tabs.tell(news),
    forget: async (userId, how) => {
      const cache = ports.openCache(userId);
      if (how === "signed-out") await ports.forgetHabits();
      await cache.clear(how === "ended" ? ["outbox", "drafts"] : []);
      cache.close();
    },
  });

  const stopFollowing = session.store.subscribe((state) => {
    const userId = state.phase === "signed-in" ? state.account.userId : undefined;
    const before = workspace.getState();
    if (before?.me === userId) return;
    before?.close();
    workspace.setState(userId === undefined ? undefined : openWorkspace(userId), true);
  });

  const openWorkspace = (me: string): Workspace => {
    const opened = new Workspace({
      me,
      api,
      transport,
      cache: ports.openCache(me),
      tabs: ports.openTabs(`chatter ${me}`),
      openSocket: ports.openSocket,
      surroundings: ports.surroundings,
      isSignedIn: () => session.verify(),
    });
    opened.start();
    return opened;
  };

  tabs.hear((news) => void session.heard(news));
  void session.start();
  return {
    transport,
    api,
    session,
    workspace,
    stop: () => {
      stopFollowing();
      workspace.getState()?.close();
      tabs.close();
    },
  };
}
