import { Archive } from "lucide-react";
import { useState } from "react";
import { t } from "../../../text/text.ts";
import { Button } from "../../../ui/button.tsx";

interface ReaderBarProps {
  readonly place: string;
  readonly isArchived: boolean;
  /** One of the two in a conversation blocked the other. */
  readonly isClosed: boolean;
  /** Absent where one cannot join. */
  readonly onJoin?: (() => Promise<void>) | undefined;
}

/** Stands where one writes, for who can only read. */
export function ReaderBar({ place, isArchived, isClosed, onJoin }: ReaderBarProps) {
  const [isBusy, setBusy] = useState(false);
  const join = async () => {
    setBusy(true);
    await onJoin?.();
    setBusy(false);
  };
  return (
    <div className="flex-none px-2 pb-[max(8px,env(safe-area-inset-bottom))] pane:px-4 pane:pb-4">
      <div className="flex min-h-14 flex-wrap items-center justify-center gap-x-4 gap-y-2 rounded-xl border border-line bg-panel px-4 py-2.5 text-ink2">
        {isArchived && <Archive size={17} aria-hidden />}
        <p>
          {isClosed ? t("write.closed") : isArchived ? t("write.archived") : t("write.notMember", { place })}
        </p>
        {onJoin !== undefined && (
          <Button tone="primary" isBusy={isBusy} onClick={() => void join()}>
            {t("write.join", { place })}
          </Button>
        )}
      </div>
    </div>
  );
}
