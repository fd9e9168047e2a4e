import { useStore } from "zustand";
import { useClient, useWorkspace } from "../client-context.tsx";
import { type ScheduledList, type ScheduledState, scheduledOf } from "./scheduled.ts";

/** What this person has planned, as it is now on all their devices, and how to change it. */
export function useScheduled(): ScheduledState & { readonly planned: ScheduledList } {
  const { transport } = useClient();
  const planned = scheduledOf(useWorkspace(), transport);
  return { ...useStore(planned.store), planned };
}
