import { X } from "lucide-react";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { failureOf } from "../../../api/failure.ts";
import type { Message } from "../../../store/log/message.ts";
import { quoteText } from "../../../text/quote.ts";
import { t } from "../../../text/text.ts";
import { Button } from "../../../ui/button.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Switch } from "../../../ui/switch.tsx";
import { fileNamesOf } from "../plain-message.ts";
import { QuoteCard } from "../quote/quote-card.tsx";

/** What is to be said where it goes. */
export interface ForwardWish {
  /** Empty for none. */
  readonly comment: string;
  /** A link instead of a copy: what it says is shown only to those who may read it. */
  readonly isLink: boolean;
}

interface ForwardFormProps {
  readonly message: Message;
  /** Where it goes; absent while that is being picked. */
  readonly target: { readonly name: string; readonly icon: ReactNode } | undefined;
  readonly picker: ReactNode;
  readonly onDropTarget: () => void;
  readonly onClose: () => void;
  /** Rejects where it was refused. */
  readonly onForward: (wish: ForwardWish) => Promise<void>;
}

/** Where a message goes, as what, and what is said to it. */
export function ForwardForm({ message, target, picker, onDropTarget, onClose, onForward }: ForwardFormProps) {
  const [comment, setComment] = useState("");
  const [isLink, setIsLink] = useState(false);
  const { isBusy, failure, attempt } = useAttempt(onForward);
  const forward = (event: FormEvent) => {
    event.preventDefault();
    if (target !== undefined && !isBusy) void attempt({ comment: comment.trim(), isLink });
  };
  return (
    <form onSubmit={forward} className="flex flex-col gap-4 pb-3">
      {target === undefined ? picker : <Target {...target} onDrop={onDropTarget} />}
      <CommentField value={comment} onChange={setComment} />
      <Preview message={message} />
      <Switch
        label={quoteText("asLink")}
        description={quoteText(isLink ? "asLinkOn" : "asLinkOff")}
        isOn={isLink}
        onChange={setIsLink}
      />
      {failure !== undefined && (
        <p role="alert" className="text-[13px] text-mention">
          {failure}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button tone="quiet" onClick={onClose}>
          {t("ui.cancel")}
        </Button>
        <Button type="submit" tone="primary" isBusy={isBusy} disabled={target === undefined}>
          {quoteText("send")}
        </Button>
      </div>
    </form>
  );
}

function useAttempt(act: (wish: ForwardWish) => Promise<void>) {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const attempt = async (wish: ForwardWish) => {
    setBusy(true);
    setFailure(undefined);
    await act(wish).catch((error: unknown) => setFailure(failureOf(error).text));
    setBusy(false);
  };
  return { isBusy, failure, attempt };
}

interface TargetProps {
  readonly name: string;
  readonly icon: ReactNode;
  readonly onDrop: () => void;
}

function Target({ name, icon, onDrop }: TargetProps) {
  return (
    <div className="flex items-center gap-2.5 rounded-lg border border-line bg-panel ps-3 pe-1">
      <span className="grid w-6 flex-none place-items-center text-ink3">{icon}</span>
      <span className="min-w-0 flex-1 truncate font-semibold">{name}</span>
      <IconButton label={quoteText("otherTarget")} icon={<X size={16} />} onClick={onDrop} />
    </div>
  );
}

function CommentField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {quoteText("comment")}
        <span className="font-normal text-ink3"> · {t("ui.optional")}</span>
      </label>
      <textarea
        id={id}
        rows={2}
        maxLength={8_000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="field-sizing-content max-h-40 min-h-16 resize-none rounded-lg border border-field-line bg-raised px-3 py-2 text-[15px] focus-visible:border-accent focus-visible:outline-offset-0 coarse:text-base"
      />
    </div>
  );
}

function Preview({ message }: { readonly message: Message }) {
  const { key, id, text, editedAt, forwarded } = message;
  const isHandedOn = text === "" && forwarded !== undefined;
  const said = isHandedOn
    ? { key: `forwarded ${forwarded.messageId}`, revision: 0, text: forwarded.text }
    : { key, revision: editedAt ?? 0, text };
  const shown = { ...said, fileNames: fileNamesOf(message) };
  return <QuoteCard quote={isHandedOn ? forwarded : { ...message, messageId: id }} shown={shown} isPreview />;
}
