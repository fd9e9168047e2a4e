import { useCallback, useEffect, useMemo, useState } from "react";
import { PollService } from "../../../../../gen/chatter/message/v1/poll_pb.js";
import { failureOf } from "../../../api/failure.ts";
import { createUnaryClient } from "../../../api/unary-client.ts";
import { useClient } from "../../../store/client-context.tsx";
import { showToast } from "../../../ui/toast-store.ts";

export function usePolls() {
  const { transport } = useClient();
  return useMemo(() => createUnaryClient(PollService, transport), [transport]);
}

/** What this person voted for: only they are told, so it is asked when the poll is shown or looked at again. */
export function useVotes(messageId: string) {
  const polls = usePolls();
  const [mine, setMine] = useState<readonly number[]>();
  const read = useCallback(async () => {
    try {
      setMine((await polls.getVote({ messageId })).optionIds);
    } catch (error) {
      showToast({ text: failureOf(error).text, tone: "danger" });
    }
  }, [polls, messageId]);
  useEffect(() => {
    void read();
    const onFocus = () => void read();
    window.addEventListener("focus", onFocus);
    return () => window.removeEventListener("focus", onFocus);
  }, [read]);
  const vote = async (optionIds: readonly number[]): Promise<void> => {
    const before = mine;
    setMine(optionIds);
    try {
      await polls.vote({ messageId, optionIds: [...optionIds] });
    } catch (error) {
      setMine(before);
      showToast({ text: failureOf(error).text, tone: "danger" });
    }
  };
  return { mine, vote };
}
