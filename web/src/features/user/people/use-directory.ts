import { useInfiniteQuery } from "@tanstack/react-query";
import { useWorkspace } from "../../../store/client-context.tsx";
import { type User, userFromProto } from "../../../store/people/user.ts";

/** Whom the list shows. */
export interface DirectoryFilter {
  readonly query: string;
  readonly contactsOnly: boolean;
  readonly guestsOnly: boolean;
  readonly groupId: string | undefined;
}

interface Page {
  readonly users: readonly User[];
  readonly next: string;
}

const pageSize = 50;

/** The people of the organisation that this person may see, page by page. */
export function useDirectory({ groupId, ...filter }: DirectoryFilter) {
  const { api, people } = useWorkspace();
  const queryFn = async ({ pageParam: pageToken }: { pageParam: string }): Promise<Page> => {
    const only = groupId === undefined ? filter : { ...filter, groupId };
    const { users, nextPageToken } = await api.users.listUsers({ ...only, pageSize, pageToken });
    people.changed(users);
    return { users: users.map(userFromProto), next: nextPageToken };
  };
  return useInfiniteQuery({
    queryKey: ["people", filter, groupId],
    queryFn,
    initialPageParam: "",
    getNextPageParam: ({ next }: Page) => (next === "" ? undefined : next),
    select: ({ pages }) => pages.flatMap(({ users }) => users),
    // Contacts and groups change while nobody looks.
    refetchOnMount: "always",
    // While one types, the people found before stay in sight.
    placeholderData: (before) => before,
  });
}
