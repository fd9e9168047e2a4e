import { useEffect } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { useWorkspace } from "../../store/client-context.tsx";

const storageKey = "chatter.org";

/** Kept from the last visit, so that the sidebar's head does not change before one's eyes. */
const orgName = createStore(() => localStorage.getItem(storageKey) ?? "");

/** What the organisation is called; empty until it is known for the first time. */
export function useOrgName(): string {
  return useStore(orgName);
}

/** Asks for the organisation's name once for each person who signs in. */
export function useReadOrgName(): void {
  const { api, me } = useWorkspace();
  useEffect(() => {
    const read = async () => {
      const { org } = await api.users.getOrg({});
      localStorage.setItem(storageKey, org?.name ?? "");
      orgName.setState(org?.name ?? "", true);
    };
    // The name of an earlier visit stays until the next.
    read().catch(() => undefined);
  }, [api, me]);
}
