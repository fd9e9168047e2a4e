import { createContext, type ReactNode, useContext } from "react";
import { type Clients, createBrowserTransport, createClients } from "../data/clients.ts";

/** The services as this page calls them. */
export const browserClients = createClients(createBrowserTransport());

const ClientsContext = createContext<Clients>(browserClients);

/** Lets the parts inside call other services than the page's own, as tests do. */
export function ClientsProvider(props: { readonly clients: Clients; readonly children: ReactNode }) {
  return <ClientsContext value={props.clients}>{props.children}</ClientsContext>;
}

export function useClients(): Clients {
  return useContext(ClientsContext);
}
