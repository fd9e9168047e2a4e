import { useState } from "react";
import { QueryProvider } from "../../../api/query.tsx";
import { MessageText } from "../../../markdown/message-text.tsx";
import { useClient } from "../../../store/client-context.tsx";
import type { Message } from "../../../store/log/message.ts";
import { useVersions, type Version } from "../../../store/use-versions.ts";
import { dialogText } from "../../../text/en-dialogs.ts";
import { t } from "../../../text/text.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { SkeletonMessages } from "../../../ui/skeleton.tsx";
import { fullTime } from "../row/times.ts";

export interface VersionsDialogProps {
  /** Whose versions; absent, the dialog is closed. */
  readonly message: Message | undefined;
  readonly onClose: () => void;
}

/** What a message said before it was edited. */
export function VersionsDialog({ message, onClose }: VersionsDialogProps) {
  const { transport } = useClient();
  // While the dialog leaves, it still shows what it was opened for.
  const [shown, setShown] = useState(message);
  if (message !== undefined && message !== shown) setShown(message);
  return (
    <QueryProvider transport={transport}>
      <Dialog
        title={dialogText("versions.title")}
        isOpen={message !== undefined}
        onClose={onClose}
        isFullOnPhone
      >
        {shown !== undefined && <Versions key={shown.id} message={shown} />}
      </Dialog>
    </QueryProvider>
  );
}

function Versions({ message }: { readonly message: Message }) {
  const { versions, failure } = useVersions(message);
  if (failure !== undefined) return <p className="py-6 text-ink2">{failure.text}</p>;
  if (versions === undefined) return <SkeletonMessages count={2} label={dialogText("versions.loading")} />;
  if (versions.length === 0) return <p className="py-6 text-ink3 italic">{t("message.deleted")}</p>;
  return (
    <ol className="flex flex-col gap-2 pb-3">
      {versions.map((version, index) => (
        <VersionItem key={version.writtenAt} of={message} version={version} isPresent={index === 0} />
      ))}
    </ol>
  );
}

interface VersionItemProps {
  readonly of: Message;
  readonly version: Version;
  readonly isPresent: boolean;
}

function VersionItem({ of, version: { text, writtenAt }, isPresent }: VersionItemProps) {
  return (
    <li className="rounded-xl border border-line p-3">
      <p className="flex flex-wrap gap-x-2 text-xs text-ink3">
        <time dateTime={new Date(writtenAt).toISOString()}>{fullTime(writtenAt)}</time>
        {isPresent && <span className="font-semibold text-ink2">{dialogText("versions.present")}</span>}
      </p>
      <div className="mt-1.5">
        <MessageText messageId={of.key} revision={writtenAt} text={text} />
      </div>
    </li>
  );
}
