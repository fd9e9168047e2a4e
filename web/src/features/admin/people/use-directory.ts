import { useInfiniteQuery } from "@tanstack/react-query";
import { queryClient } from "../../../api/query.tsx";
import { useClient } from "../../../store/client-context.tsx";
import { type User, userFromProto } from "../../../store/people/user.ts";

interface Page {
  readonly users: readonly User[];
  readonly next: string;
}

const pageSize = 50;

/** The people whose names or handles contain the query, page by page. */
export function useDirectory(query: string, includeDeactivated: boolean) {
  const { api } = useClient();
  const queryFn = async ({ pageParam: pageToken }: { pageParam: string }): Promise<Page> => {
    const answer = await api.users.listUsers({
      query: query.trim(),
      pageSize,
      pageToken,
      includeDeactivated,
    });
    return { users: answer.users.map(userFromProto), next: answer.nextPageToken };
  };
  return useInfiniteQuery({
    queryKey: ["directory", query.trim(), includeDeactivated],
    queryFn,
    initialPageParam: "",
    getNextPageParam: ({ next }: Page) => (next === "" ? undefined : next),
    select: ({ pages }) => pages.flatMap(({ users }) => users),
    // While one types, the people found before stay in sight.
    placeholderData: (before) => before,
  });
}

/** Asks for the people again after one of them changed. */
export function refreshDirectory(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ["directory"] });
}
