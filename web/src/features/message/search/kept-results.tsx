import { CloudOff } from "lucide-react";
import { type ComponentType, useEffect } from "react";
import { useKeptSearch } from "../../../store/kept-search/use-kept-search.ts";
import type { Message } from "../../../store/log/message.ts";
import { searchText } from "../../../text/search.ts";
import { announce } from "../../../ui/announcer.tsx";
import { Button } from "../../../ui/button.tsx";
import { HitRow } from "./hit-row.tsx";

interface KeptResultsProps {
  readonly query: string;
  readonly Place: ComponentType<{ readonly channelId: string }>;
  readonly onOpen: (message: Message) => void;
  readonly onRetry: () => void;
}

/** What the device keeps itself, where the server cannot be asked; and that it is no more than that. */
export function KeptResults({ query, Place, onOpen, onRetry }: KeptResultsProps) {
  const found = useKeptSearch(query);
  const count = found?.hits.length;
  useEffect(() => {
    if (count !== undefined) announce(`${searchText("kept")} ${searchText("found", { count })}`);
  }, [count]);
  if (found === undefined) return null;
  return (
    <section aria-label={searchText("messages")} className="pb-8">
      <div className="mx-3 mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg bg-warn-soft px-3 py-2 text-sm">
        <CloudOff size={16} className="flex-none text-ink2" aria-hidden />
        <p className="min-w-0 flex-1">
          <span className="font-semibold">{searchText("kept")}</span>{" "}
          {found.left.length === 0
            ? searchText("keptText")
            : searchText("keptLeft", { pieces: found.left.join(" ") })}
        </p>
        <Button size="small" onClick={onRetry}>
          {searchText("retry")}
        </Button>
      </div>
      {found.hits.length === 0 && <p className="px-3 py-6 text-center text-ink2">{searchText("none")}</p>}
      <ul className="pt-2">
        {found.hits.map((hit) => (
          <li key={hit.message.id}>
            <p className="px-3 pt-2 text-[13px] font-semibold text-ink2">
              <Place channelId={hit.message.channelId} />
            </p>
            <ul>
              <HitRow hit={hit} onOpen={onOpen} />
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
