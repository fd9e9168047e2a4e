import { Pin } from "lucide-react";
import { useEffect, useState } from "react";
import { FileNames } from "../../../files/file-names.tsx";
import { MessageText } from "../../../markdown/message-text.tsx";
import { useUser } from "../../../store/hooks.ts";
import type { Message } from "../../../store/log/message.ts";
import { usePins } from "../../../store/use-pins.ts";
import { pinsText } from "../../../text/pins.ts";
import { t } from "../../../text/text.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { SkeletonMessages } from "../../../ui/skeleton.tsx";
import { fileNamesOf } from "../plain-message.ts";
import { QuoteCards } from "../quote/quote-cards.tsx";
import { shortTime } from "../row/times.ts";

interface PinsDialogProps {
  readonly channelId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Shows a message in its context. */
  readonly onOpen: (messageId: string) => void;
}

/** The pinned messages of a channel. */
export function PinsDialog({ channelId, isOpen, onClose, onOpen }: PinsDialogProps) {
  const [chosen, setChosen] = useState<string>();
  // The open dialog keeps the keyboard: the message gets it when the dialog is closed.
  useEffect(() => {
    if (isOpen || chosen === undefined) return;
    setChosen(undefined);
    onOpen(chosen);
  }, [isOpen, chosen, onOpen]);
  const choose = (messageId: string) => {
    setChosen(messageId);
    onClose();
  };
  return (
    <Dialog title={pinsText("title")} isOpen={isOpen} onClose={onClose} isFullOnPhone>
      <PinsList channelId={channelId} onChoose={choose} />
    </Dialog>
  );
}

interface PinsListProps {
  readonly channelId: string;
  readonly onChoose: (messageId: string) => void;
}

function PinsList({ channelId, onChoose }: PinsListProps) {
  const { pins, failure } = usePins(channelId);
  if (failure !== undefined) return <p className="py-6 text-ink2">{failure.text}</p>;
  if (pins === undefined) return <SkeletonMessages count={3} label={t("history.loading")} />;
  if (pins.length === 0) {
    return (
      <EmptyState icon={<Pin />} title={pinsText("none")}>
        {pinsText("noneText")}
      </EmptyState>
    );
  }
  return (
    <ul className="flex flex-col gap-2 pb-3">
      {pins.map((message) => (
        <PinnedMessage key={message.id} message={message} onOpen={() => onChoose(message.id)} />
      ))}
    </ul>
  );
}

function PinnedMessage({ message, onOpen }: { readonly message: Message; readonly onOpen: () => void }) {
  const author = useUser(message.authorId);
  const name = author?.name ?? t("message.unknownPerson");
  return (
    <li className="rounded-xl border border-line p-3">
      <div className="flex items-center gap-2.5">
        <Avatar id={message.authorId} name={name} imageUrl={author?.avatarUrl || undefined} size={26} />
        <span className="min-w-0 truncate font-semibold">{name}</span>
        <span className="flex-1 text-xs text-ink3">{shortTime(message.postedAt)}</span>
        <Button size="small" onClick={onOpen}>
          {pinsText("open")}
        </Button>
      </div>
      <div className="mt-1.5 line-clamp-6">
        <MessageText messageId={message.key} revision={message.editedAt ?? 0} text={message.text} />
        <FileNames names={fileNamesOf(message)} />
        <QuoteCards message={message} />
      </div>
    </li>
  );
}
