import { useDeferredValue, useState } from "react";
import { useStore } from "zustand";
import { SelectField } from "../../../forms/select-field.tsx";
import { Loaded } from "../../../settings/loaded.tsx";
import { useWorkspace } from "../../../store/client-context.tsx";
import { socialText as t } from "../../../text/social.ts";
import { PageEnd } from "../../../ui/page-end.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { PersonLine, type PersonWays } from "./person-line.tsx";
import { useDirectory } from "./use-directory.ts";

interface DirectoryProps {
  readonly ways: PersonWays;
  readonly contactsOnly: boolean;
  readonly groupId: string | undefined;
}

/** Everybody whom the reader may see, to be searched and narrowed. */
export function Directory({ ways, contactsOnly, groupId }: DirectoryProps) {
  const [query, setQuery] = useState("");
  const [shown, setShown] = useState(groupId ?? "all");
  const directory = useDirectory({
    query: useDeferredValue(query.trim().replace(/^@/, "")),
    contactsOnly,
    guestsOnly: shown === "guests",
    groupId: shown.startsWith("grp_") ? shown : undefined,
  });
  return (
    <>
      <div className="flex flex-none items-end gap-2">
        <TextField
          label={t("find")}
          type="search"
          autoComplete="off"
          maxLength={80}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className="min-w-0 flex-1"
        />
        {!contactsOnly && <Filter shown={shown} onChoose={setShown} />}
      </div>
      <div className="-mx-2 min-h-0 flex-1 overflow-y-auto px-2">
        <Loaded query={directory}>
          {(people) => (
            <>
              <p role="status" className="sr-only">
                {t("count", { count: people.length })}
              </p>
              {people.length === 0 && (
                <p className="py-8 text-center text-ink3">
                  {contactsOnly && query === "" ? t("noContacts") : t("none")}
                </p>
              )}
              <ul>
                {people.map((user) => (
                  <PersonLine key={user.id} user={user} ways={ways} />
                ))}
              </ul>
              {directory.hasNextPage && !directory.isFetchingNextPage && (
                <PageEnd key={people.length} onReach={() => void directory.fetchNextPage()} />
              )}
            </>
          )}
        </Loaded>
      </div>
    </>
  );
}

interface FilterProps {
  readonly shown: string;
  readonly onChoose: (shown: string) => void;
}

function Filter({ shown, onChoose }: FilterProps) {
  const groups = useStore(useWorkspace().circle.store, (circle) => circle.groups);
  const options = [
    { value: "all", label: t("filter.all") },
    { value: "guests", label: t("filter.guests") },
    ...[...groups.values()].map(({ id, handle }) => ({ value: id, label: t("filter.group", { handle }) })),
  ];
  return <SelectField label={t("filter")} value={shown} options={options} onChoose={onChoose} />;
}
