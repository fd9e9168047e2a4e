import { Clock, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { type Failure, fetchReasons, wordsOf } from "../../../api/failure.ts";
import type { Message, Sending } from "../../../store/log/message.ts";
import { t } from "../../../text/text.ts";
import { Button } from "../../../ui/button.tsx";
import { useMessageScope } from "../message-scope.ts";

interface SendingNoteProps {
  readonly message: Message;
  readonly sending: Sending;
}

/** A send that takes no longer than this shows no clock, which would only flicker. */
const quietFor = 700;

/** A quiet clock while a message is on its way; what to do when it did not arrive. */
export function SendingNote({ message, sending }: SendingNoteProps) {
  return sending.state === "waiting" ? <Waiting /> : <Failed message={message} failure={sending.failure} />;
}

function Waiting() {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), quietFor);
    return () => clearTimeout(timer);
  }, []);
  // Beside the text and not below it: the row must not grow and shrink with every message.
  return (
    <span role="status" className="absolute end-4 bottom-1.5 text-ink3">
      {isLong && <Clock size={14} aria-label={t("message.sending")} className="anim-jump" />}
    </span>
  );
}

interface FailedProps {
  readonly message: Message;
  readonly failure: Failure;
}

function Failed({ message, failure }: FailedProps) {
  const { actions } = useMessageScope();
  const reason = useWords(failure);
  return (
    <div role="alert" className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px] text-mention">
      <span className="flex items-center gap-1.5">
        <TriangleAlert size={15} aria-hidden />
        {t("message.notSentBecause", { reason })}
      </span>
      <span className="flex gap-1.5">
        <Button size="small" onClick={() => actions.retry(message)}>
          {t("ui.retry")}
        </Button>
        <Button size="small" tone="quiet" onClick={() => actions.discard(message)}>
          {t("message.discard")}
        </Button>
      </span>
    </div>
  );
}

/** A message may be refused before the words for reasons are here, or have been kept since another version. */
function useWords(failure: Failure): string {
  const [, setFetched] = useState(false);
  useEffect(() => void fetchReasons().then(() => setFetched(true), ignore), []);
  return wordsOf(failure);
}

/** Without them the server's own sentence stays. */
const ignore = () => undefined;
