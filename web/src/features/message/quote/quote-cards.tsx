import { Forward } from "lucide-react";
import { QueryProvider } from "../../../api/query.tsx";
import { parseRevision } from "../../../markdown/parse-cache.ts";
import { useClient } from "../../../store/client-context.tsx";
import type { Forwarded, Message } from "../../../store/log/message.ts";
import { useQuotedMessage } from "../../../store/use-quoted-message.ts";
import { quoteText } from "../../../text/quote.ts";
import { isDeleted } from "../message-state.ts";
import { fileNamesOf } from "../plain-message.ts";
import { type Permalink, permalinksIn } from "./permalinks.ts";
import { QuoteCard } from "./quote-card.tsx";

export interface QuoteCardsProps {
  readonly message: Pick<Message, "key" | "editedAt" | "text" | "forwarded">;
}

/** The other messages in a message: what it forwards, and those that it leads to. */
export function QuoteCards({ message: { key, editedAt, text, forwarded } }: QuoteCardsProps) {
  const { transport } = useClient();
  const links = permalinksIn(parseRevision(key, editedAt ?? 0, text), window.location.origin);
  return (
    <>
      {forwarded !== undefined && <ForwardedCard forwarded={forwarded} />}
      {links.length > 0 && (
        <QueryProvider transport={transport}>
          {links.map((link) => (
            <LinkedCard key={link.messageId} link={link} />
          ))}
        </QueryProvider>
      )}
    </>
  );
}

/** A copy: whoever reads it need not be able to read the original. */
function ForwardedCard({ forwarded }: { readonly forwarded: Forwarded }) {
  const { messageId, text } = forwarded;
  return (
    <QuoteCard
      quote={forwarded}
      label={
        <>
          <Forward size={13} aria-hidden className="rtl:-scale-x-100" />
          {quoteText("forwarded")}
        </>
      }
      shown={text === "" ? undefined : { key: `forwarded ${messageId}`, revision: 0, text }}
    />
  );
}

/** What a link leads to, for those who may read it; for others it stays a link. */
function LinkedCard({ link }: { readonly link: Permalink }) {
  const message = useQuotedMessage(link);
  if (message === undefined || isDeleted(message)) return null;
  const { id, text, editedAt, forwarded } = message;
  const said = text === "" ? (forwarded?.text ?? "") : text;
  return (
    <QuoteCard
      quote={{ ...message, messageId: id }}
      path={link.path}
      shown={{ key: `quoted ${id}`, revision: editedAt ?? 0, text: said, fileNames: fileNamesOf(message) }}
    />
  );
}
