import type { ReactNode } from "react";
import { failureOf } from "../api/failure.ts";
import { settingsText } from "../text/settings.ts";
import { t } from "../text/text.ts";
import { Skeleton } from "../ui/skeleton.tsx";
import { SmallButton } from "./small-button.tsx";

interface LoadedProps<Data> {
  readonly query: {
    readonly data: Data | undefined;
    readonly error: Error | null;
    readonly refetch: () => Promise<unknown>;
  };
  readonly children: (data: Data) => ReactNode;
}

/** What was asked for, its shape until it is here, or why it is not. */
export function Loaded<Data>({ query, children }: LoadedProps<Data>) {
  const { data, error, refetch } = query;
  if (data !== undefined) return children(data);
  if (error === null) return <Waiting />;
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 text-ink2">
      <p>{failureOf(error).text}</p>
      <SmallButton onClick={() => void refetch()}>{t("ui.retry")}</SmallButton>
    </div>
  );
}

function Waiting() {
  return (
    <div role="status" aria-label={settingsText("loading")} className="flex flex-col gap-5 py-3">
      {[0, 1, 2].map((line) => (
        <div key={line} className="flex flex-col gap-2">
          <Skeleton className="h-3.5 w-2/5" />
          <Skeleton className="h-3 w-3/5" />
        </div>
      ))}
    </div>
  );
}
