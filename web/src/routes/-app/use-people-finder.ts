import { useCallback, useEffect, useMemo, useRef } from "react";
import { useStore } from "zustand";
import { useWorkspace } from "../../store/client-context.tsx";
import type { User } from "../../store/people/user.ts";

const settled = 120;

/** The people who are known here, and a way to have more of them looked up by what is typed. */
export function usePeopleFinder(): readonly [people: readonly User[], find: (query: string) => void] {
  const { api, people } = useWorkspace();
  const all = useStore(people.store);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const find = useCallback(
    (query: string) => {
      const ask = async () =>
        people.changed((await api.users.listUsers({ query: query.replace(/^@/, "") })).users);
      clearTimeout(timer.current);
      // Without an answer there are still those who are known.
      timer.current = setTimeout(() => void ask().catch(() => undefined), query === "" ? 0 : settled);
    },
    [api, people],
  );
  useEffect(() => {
    find("");
    return () => clearTimeout(timer.current);
  }, [find]);
  return [useMemo(() => [...all.values()], [all]), find];
}

/** The people whose name or handle contains a text, deactivated ones left out. */
export function useFoundPeople(query: string): readonly User[] {
  const [people, find] = usePeopleFinder();
  useEffect(() => find(query), [find, query]);
  const wanted = query.toLowerCase();
  return people.filter(
    ({ name, handle, isDeactivated }) =>
      !isDeactivated && (name.toLowerCase().includes(wanted) || handle.includes(wanted)),
  );
}
