import { useInfiniteQuery } from "@connectrpc/connect-query";
import { type ListUsersResponse, UserService } from "../../../../../../gen/chatter/user/v1/user_pb.js";
import { pageByPage } from "../../../../api/page-by-page.ts";
import { isCalled } from "../../../../store/people/is-called.ts";
import { type User, userFromProto } from "../../../../store/people/user.ts";
import type { Paged } from "../list/paged.ts";
import { useNarrowed } from "../list/use-narrowed.ts";
import { useSettled } from "../list/use-settled.ts";

/** The people whose name or handle contains a text, by name. */
export function usePeople(query: string): Paged<User> {
  const wanted = query.trim().replace(/^@/, "");
  const settled = useSettled(wanted);
  const result = useInfiniteQuery(
    UserService.method.listUsers,
    { query: settled, pageSize: 50, pageToken: "" },
    pageByPage,
  );
  return useNarrowed(result, { wanted, settled, itemsOf: peopleOf, fits: isCalled });
}

const peopleOf = ({ users }: ListUsersResponse) => users.map(userFromProto);
