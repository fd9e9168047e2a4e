import { useInfiniteQuery } from "@connectrpc/connect-query";
import { useMemo } from "react";
import { useStore } from "zustand";
import { type ListUsersResponse, UserService } from "../../../../../../gen/chatter/user/v1/user_pb.js";
import { pageByPage } from "../../../../api/page-by-page.ts";
import { useWorkspace } from "../../../../store/client-context.tsx";
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
  const list = useNarrowed(result, { wanted, settled, itemsOf: peopleOf, fits: isCalled });
  const contacts = useStore(useWorkspace().circle.store, (circle) => circle.contacts);
  const { items } = list;
  const first = useMemo(() => items && contactsFirst(items, contacts), [items, contacts]);
  return { ...list, items: first };
}

/** Among those that were read, in their order otherwise. */
function contactsFirst(people: readonly User[], contacts: ReadonlySet<string>): readonly User[] {
  const rank = ({ id }: User) => (contacts.has(id) ? 0 : 1);
  return people.toSorted((one, other) => rank(one) - rank(other));
}

const peopleOf = ({ users }: ListUsersResponse) => users.map(userFromProto);
