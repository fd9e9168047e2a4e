import { useQuery } from "@tanstack/react-query";
import type { Api } from "../../../api/clients.ts";
import { queryClient } from "../../../api/query.tsx";
import { useClient } from "../../../store/client-context.tsx";
import { type Account, accountFromProto } from "../../../store/session/account.ts";

/** An account as those who manage the organisation see it. */
export interface ManagedAccount extends Account {
  readonly isDeactivated: boolean;
}

export type Accounts = ReadonlyMap<string, ManagedAccount>;

const queryKey = ["accounts"];
const pageSize = 500;

/** All accounts by the ids of their people; asked for by managers only. */
export function useAccounts(isAsked: boolean) {
  const { api } = useClient();
  return useQuery({ queryKey, queryFn: () => readAccounts(api), enabled: isAsked });
}

/** Asks for the accounts again after one of them changed. */
export function refreshAccounts(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey });
}

async function readAccounts({ auth }: Api): Promise<Accounts> {
  const accounts = new Map<string, ManagedAccount>();
  let pageToken = "";
  do {
    const page = await auth.listAccounts({ pageSize, pageToken });
    for (const account of page.accounts) {
      accounts.set(account.userId, { ...accountFromProto(account), isDeactivated: account.deactivated });
    }
    pageToken = page.nextPageToken;
  } while (pageToken !== "");
  return accounts;
}
