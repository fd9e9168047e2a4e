import { ChevronLeft } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { QueryProvider } from "../../api/query.tsx";
import { useClient } from "../../store/client-context.tsx";
import { t } from "../../text/text.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { pageSettled } from "../../ui/page-settled.ts";
import { useWays } from "./use-place.ts";

interface ListPageProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A page beside the channels, of something that belongs to the reader. */
export function ListPage({ title, children }: ListPageProps) {
  const { transport } = useClient();
  const { openHome } = useWays();
  useEffect(pageSettled, []);
  return (
    <QueryProvider transport={transport}>
      <header className="flex min-h-13.5 flex-none items-center gap-2 border-b border-line px-3 pt-[env(safe-area-inset-top)] pane:px-5">
        <IconButton
          label={t("channel.back")}
          icon={<ChevronLeft size={22} className="rtl:-scale-x-100" />}
          onClick={openHome}
          className="pane:hidden"
        />
        <h1 className="min-w-0 truncate text-[15px] font-[650]">{title}</h1>
      </header>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        <div className="mx-auto flex w-full max-w-3xl flex-1 flex-col">{children}</div>
      </div>
    </QueryProvider>
  );
}

interface ListChoiceProps<List extends string> {
  readonly label: string;
  readonly lists: readonly { readonly id: List; readonly title: string }[];
  readonly chosen: List;
  readonly onChoose: (list: List) => void;
}

/** Which of the page's lists is shown. */
export function ListChoice<List extends string>({ label, lists, chosen, onChoose }: ListChoiceProps<List>) {
  return (
    <div role="group" aria-label={label} className="flex gap-1 px-3 pt-3">
      {lists.map(({ id, title }) => (
        <Button
          key={id}
          size="small"
          tone={id === chosen ? "secondary" : "quiet"}
          aria-pressed={id === chosen}
          onClick={() => onChoose(id)}
          className="coarse:min-h-10"
        >
          {title}
        </Button>
      ))}
    </div>
  );
}
