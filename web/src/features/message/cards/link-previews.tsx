import { Globe, X } from "lucide-react";
import { useStore } from "zustand";
import { PreviewService } from "../../../../../gen/chatter/message/v1/preview_pb.js";
import { createUnaryClient } from "../../../api/unary-client.ts";
import { useAction } from "../../../settings/use-action.ts";
import { useClient, useWorkspace } from "../../../store/client-context.tsx";
import type { LinkPreview, Message } from "../../../store/log/message.ts";
import { cardText as t } from "../../../text/cards.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { canRemove, useMessageScope } from "../message-scope.ts";

export interface LinkPreviewsProps {
  readonly message: Message;
  readonly previews: readonly LinkPreview[];
}

/** What the pages say that a message links to, unless its reader does not want to see it. */
export function LinkPreviews({ message, previews }: LinkPreviewsProps) {
  const { rights } = useMessageScope();
  const isHidden = useStore(useWorkspace().preferences.store, (state) => state.preferences.hideLinkPreviews);
  const { isBusy, run } = useAction();
  const { transport } = useClient();
  if (isHidden || previews.length === 0) return null;
  const mayRemove = canRemove(message, rights);
  const remove = (url: string) =>
    run(() => createUnaryClient(PreviewService, transport).removePreview({ messageId: message.id, url }));
  return (
    <ul aria-label={t("preview.list")} className="mt-1.5 flex flex-col items-start gap-1.5">
      {previews.map((preview) => (
        <li key={preview.url} className="max-w-full">
          <PreviewCard
            preview={preview}
            isBusy={isBusy}
            onRemove={mayRemove ? () => remove(preview.url) : undefined}
          />
        </li>
      ))}
    </ul>
  );
}

interface PreviewCardProps {
  readonly preview: LinkPreview;
  readonly isBusy: boolean;
  readonly onRemove: (() => void) | undefined;
}

function PreviewCard({ preview: { url, title, description, siteName }, isBusy, onRemove }: PreviewCardProps) {
  return (
    <div className="flex max-w-130 gap-1 rounded-lg border border-line bg-raised py-2 ps-3 pe-1.5">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-1.5 text-[12.5px] text-ink3">
          <Globe size={13} aria-hidden className="flex-none" />
          <bdi className="truncate">{siteName}</bdi>
        </p>
        <a
          href={url}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="line-clamp-2 font-semibold text-accent wrap-anywhere hover:underline"
        >
          <bdi>{title}</bdi>
        </a>
        {description !== "" && (
          <p dir="auto" className="line-clamp-3 text-[13.5px] text-ink2 wrap-anywhere">
            {description}
          </p>
        )}
      </div>
      {onRemove !== undefined && (
        <IconButton
          size="small"
          label={t("preview.remove", { title })}
          icon={<X size={15} />}
          disabled={isBusy}
          onClick={onRemove}
        />
      )}
    </div>
  );
}
