import { settingsText as t } from "../text/settings.ts";
import { Button } from "../ui/button.tsx";

interface MoreButtonProps {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}

/** Brings the next page of a list, where there is one. */
export function MoreButton({ query }: MoreButtonProps) {
  if (!query.hasNextPage) return null;
  return (
    <Button
      isBusy={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
      className="self-center"
    >
      {t("people.more")}
    </Button>
  );
}
