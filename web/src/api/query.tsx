import type { Transport } from "@connectrpc/connect";
import { TransportProvider } from "@connectrpc/connect-query";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";

/** Lists that are asked for when they are looked at: directories, members, sessions, invitations, pins. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // The transport has tried as often as it makes sense.
      retry: false,
      refetchOnWindowFocus: false,
      // A server on this very machine can be reached without a network.
      networkMode: "always",
    },
    mutations: { retry: false, networkMode: "always" },
  },
});

/**
 * Lets what is inside use connect-query. It stands around parts that are loaded on demand only, because
 * the library is as large as the rest of the data layer and the first screen needs none of it.
 */
export function QueryProvider({ transport, children }: { transport: Transport; children: ReactNode }) {
  return (
    <TransportProvider transport={transport}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </TransportProvider>
  );
}
