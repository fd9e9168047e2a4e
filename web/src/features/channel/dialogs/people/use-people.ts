import { useInfiniteQuery } from "@connectrpc/connect-query";
import { keepPreviousData } from "@tanstack/react-query";
import { useMemo } from "react";
import { UserService } from "../../../../../../gen/chatter/user/v1/user_pb.js";
import { type User, userFromProto } from "../../../../store/people/user.ts";
import { type Paged, pagedOf } from "../list/paged.ts";
import { useSettled } from "../list/use-settled.ts";
import { isCalled } from "./is-called.ts";

/** The people whose name or handle contains a text, by name. Those who are here already are narrowed at once. */
export function usePeople(query: string): Paged<User> {
  const wanted = query.trim().replace(/^@/, "");
  const settled = useSettled(wanted);
  const result = useInfiniteQuery(
    UserService.method.listUsers,
    { query: settled, pageSize: 50, pageToken: "" },
    {
      pageParamKey: "pageToken",
      getNextPageParam: ({ nextPageToken }) => nextPageToken || undefined,
      placeholderData: keepPreviousData,
      staleTime: 0,
    },
  );
  const { data, isPlaceholderData } = result;
  const isBehind = settled !== wanted || isPlaceholderData;
  const people = useMemo(() => data?.pages.flatMap(({ users }) => users).map(userFromProto), [data]);
  const shown = useMemo(
    () => (isBehind ? people?.filter((user) => isCalled(user, wanted)) : people),
    [people, isBehind, wanted],
  );
  return pagedOf(result, shown, isBehind);
}
