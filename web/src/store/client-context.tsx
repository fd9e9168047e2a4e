import { createContext, type ReactNode, use } from "react";
import { useStore } from "zustand";
import type { Client } from "./client.ts";
import type { Workspace } from "./workspace.ts";

const ClientContext = createContext<Client | undefined>(undefined);

/** Gives everything inside the data layer of this tab. */
export function ClientProvider({ client, children }: { client: Client; children: ReactNode }) {
  return <ClientContext value={client}>{children}</ClientContext>;
}

export function useClient(): Client {
  const client = use(ClientContext);
  if (client === undefined) throw new Error("There is no ClientProvider around this component.");
  return client;
}

/** The workspace of the signed-in person; only for what is shown while somebody is signed in. */
export function useWorkspace(): Workspace {
  const workspace = useStore(useClient().workspace);
  if (workspace === undefined) throw new Error("Nobody is signed in here.");
  return workspace;
}
