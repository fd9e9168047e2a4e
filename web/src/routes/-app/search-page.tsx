import { useNavigate, useSearch } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import { useEffect, useMemo } from "react";
import { QueryProvider } from "../../api/query.tsx";
import { useChannelEntries } from "../../features/channel/use-channel-entries.ts";
import { rememberSearch } from "../../features/message/search/recent-searches.ts";
import { SearchField } from "../../features/message/search/search-field.tsx";
import { SearchResults } from "../../features/message/search/search-results.tsx";
import { SearchStart } from "../../features/message/search/search-start.tsx";
import { useClient } from "../../store/client-context.tsx";
import type { Sort } from "../../store/use-message-search.ts";
import { searchText } from "../../text/search.ts";
import { t } from "../../text/text.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { ChannelPlace } from "./channel-place.tsx";
import { PlacesFound } from "./places-found.tsx";
import { useOpenMessage } from "./use-open-message.ts";
import { usePeopleFinder } from "./use-people-finder.ts";
import { useWays } from "./use-place.ts";

/** Finds messages, people and channels. What is asked stands in the address. */
export function SearchPage() {
  const { transport } = useClient();
  return (
    <QueryProvider transport={transport}>
      <Search />
    </QueryProvider>
  );
}

function Search() {
  const { q: query = "", sort = "best" } = useSearch({ from: "/_app/search" });
  const navigate = useNavigate();
  const { openHome } = useWays();
  const open = useOpenMessage();
  // Also what a link or the switcher asked for.
  useEffect(() => {
    if (query !== "") rememberSearch(query);
  }, [query]);
  const go = (q: string, order: Sort) => {
    void navigate({
      to: "/search",
      search: { ...(q !== "" && { q }), ...(order === "newest" && { sort: order }) },
      // Another order of the same is no other place to come back to.
      replace: q === query,
    });
  };
  return (
    <>
      <header className="flex min-h-13.5 flex-none items-center gap-2 border-b border-line px-3 pt-[env(safe-area-inset-top)]">
        <IconButton
          label={t("channel.back")}
          icon={<ChevronLeft size={22} className="rtl:-scale-x-100" />}
          onClick={openHome}
          className="pane:hidden"
        />
        <h1 className="sr-only">{searchText("title")}</h1>
        <Field query={query} onSearch={(q) => go(q, sort)} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        <div className="mx-auto flex w-full max-w-3xl flex-1 flex-col">
          {query === "" ? (
            <SearchStart onSearch={(q) => go(q, sort)} />
          ) : (
            <>
              <PlacesFound query={query} />
              <Order sort={sort} onChange={(order) => go(query, order)} />
              <SearchResults query={query} sort={sort} Place={ChannelPlace} onOpen={open} />
            </>
          )}
        </div>
      </div>
    </>
  );
}

interface FieldProps {
  readonly query: string;
  readonly onSearch: (query: string) => void;
}

function Field({ query, onSearch }: FieldProps) {
  const entries = useChannelEntries();
  const [people, find] = usePeopleFinder();
  const nameable = useMemo(
    () => ({
      people: people.map(({ handle, name }) => ({ written: `@${handle}`, title: name })),
      channels: (entries ?? [])
        .filter(({ kind }) => kind === "public" || kind === "private")
        .map(({ title }) => ({ written: `#${title}`, title })),
    }),
    [people, entries],
  );
  return <SearchField query={query} onSearch={onSearch} onType={find} {...nameable} />;
}

function Order({ sort, onChange }: { readonly sort: Sort; readonly onChange: (sort: Sort) => void }) {
  return (
    <div role="group" aria-label={searchText("sort")} className="flex gap-1 px-3 pt-3">
      {(["best", "newest"] as const).map((order) => (
        <Button
          key={order}
          size="small"
          tone={order === sort ? "secondary" : "quiet"}
          aria-pressed={order === sort}
          onClick={() => onChange(order)}
        >
          {searchText(order)}
        </Button>
      ))}
    </div>
  );
}
