import { History } from "lucide-react";
import { useState } from "react";
import { searchText } from "../../../text/search.ts";
import { Button } from "../../../ui/button.tsx";
import { forgetSearches, recentSearches } from "./recent-searches.ts";
import { operators } from "./suggest.ts";

/** Before anything was asked: what was asked before, and what can be. */
export function SearchStart({ onSearch }: { readonly onSearch: (query: string) => void }) {
  const [recent, setRecent] = useState(recentSearches);
  const forget = () => {
    forgetSearches();
    setRecent([]);
  };
  return (
    <div className="flex flex-col gap-6 px-3 py-4">
      {recent.length > 0 && (
        <section aria-label={searchText("recent")}>
          <h2 className="pb-1 text-[13px] font-semibold text-ink2">{searchText("recent")}</h2>
          <ul>
            {recent.map((query) => (
              <li key={query}>
                <button
                  type="button"
                  onClick={() => onSearch(query)}
                  className="flex min-h-9 w-full items-center gap-2.5 rounded-md px-2 text-start hover:bg-hover coarse:min-h-11"
                >
                  <History size={15} className="flex-none text-ink3" aria-hidden />
                  <span className="truncate">{query}</span>
                </button>
              </li>
            ))}
          </ul>
          <Button size="small" onClick={forget}>
            {searchText("forget")}
          </Button>
        </section>
      )}
      <section aria-label={searchText("howTo")}>
        <h2 className="pb-2 text-[13px] font-semibold text-ink2">{searchText("howTo")}</h2>
        <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1.5 text-[14px]">
          <Tip example="deploy" text={searchText("tip.words")} />
          <Tip example="&quot;brown fox&quot;" text={searchText("tip.phrase")} />
          <Tip example="db.json" text={searchText("tip.literal")} />
          <Tip example="-draft" text={searchText("tip.without")} />
          {operators.map((operator) => (
            <Tip key={operator} example={`${operator}:`} text={searchText(`${operator}.tip`)} />
          ))}
        </dl>
      </section>
    </div>
  );
}

function Tip({ example, text }: { readonly example: string; readonly text: string }) {
  return (
    <>
      <dt>
        <code>{example}</code>
      </dt>
      <dd className="text-ink2">{text}</dd>
    </>
  );
}
