import { type KeyboardEvent, useId, useState } from "react";
import type { User } from "../../../../store/people/user.ts";
import { dialogText as t } from "../../../../text/en-dialogs.ts";
import { PagedList } from "../list/paged-list.tsx";
import { PersonOption } from "./person-option.tsx";
import { PickerField } from "./picker-field.tsx";
import { pickAction, toggled } from "./picking.ts";
import { usePeople } from "./use-people.ts";

interface PeoplePickerProps {
  readonly label: string;
  readonly chosen: readonly User[];
  readonly onChange: (chosen: readonly User[]) => void;
  /** How many can be chosen. */
  readonly most: number;
  /** Why somebody cannot be chosen; undefined for those who can. */
  readonly exceptionOf?: (user: User) => string | undefined;
  /** Enter was pressed when all had been said. */
  readonly onSubmit: () => void;
}

/** Picks people from the directory, by a few letters of their names. */
export function PeoplePicker(props: PeoplePickerProps) {
  const { label, chosen, exceptionOf } = props;
  const listId = useId();
  const { query, type, list, found, active, hasActive, isChosen, isDisabled, drop, toggle, onKeyDown } =
    usePicking(props);
  return (
    <>
      <PickerField
        label={label}
        chosen={chosen}
        onDrop={drop}
        autoFocus
        value={query}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={hasActive ? `${listId}-${active}` : undefined}
      />
      <PagedList
        list={list}
        loading={t("people.loading")}
        empty={t("people.none")}
        count={(count) => t("people.count", { count })}
        region={{
          id: listId,
          role: "listbox",
          "aria-label": t("pick.found"),
          "aria-multiselectable": true,
        }}
      >
        {(people) =>
          people.map((user, index) => (
            <PersonOption
              key={user.id}
              id={`${listId}-${index}`}
              user={user}
              note={exceptionOf?.(user)}
              isChosen={isChosen(user)}
              isActive={index === active}
              isDisabled={isDisabled(user)}
              onChoose={() => toggle(user)}
            />
          ))
        }
      </PagedList>
    </>
  );
}

function usePicking({ chosen, onChange, most, exceptionOf, onSubmit }: PeoplePickerProps) {
  const [query, setQuery] = useState("");
  const [active, setActive] = useState<number>();
  const list = usePeople(query);
  const found = list.items ?? [];
  const hasActive = active !== undefined && active < found.length;
  const isChosen = (user: User) => chosen.some(({ id }) => id === user.id);
  const isDisabled = (user: User) =>
    exceptionOf?.(user) !== undefined || (chosen.length >= most && !isChosen(user));

  const drop = (user: User) => onChange(toggled(chosen, user));
  const type = (next: string) => {
    setQuery(next);
    setActive(next.trim() === "" ? undefined : 0);
  };
  const toggle = (user: User) => {
    if (isDisabled(user)) return;
    onChange(toggled(chosen, user));
    if (query !== "") type("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const action = pickAction(event.key, { query, found, active, chosen });
    if (action === undefined) return;
    event.preventDefault();
    if (action.type === "move") setActive(action.to);
    else if (action.type === "submit") onSubmit();
    else if (action.type === "drop") drop(action.user);
    else toggle(action.user);
  };
  return { query, type, list, found, active, hasActive, isChosen, isDisabled, drop, toggle, onKeyDown };
}
