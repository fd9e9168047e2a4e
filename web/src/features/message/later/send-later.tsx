import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { failureOf } from "../../../api/failure.ts";
import { encodeMentions } from "../../../composer/mentions.ts";
import { useDraft } from "../../../store/hooks.ts";
import { useScheduled } from "../../../store/scheduled/use-scheduled.ts";
import { laterText } from "../../../text/later.ts";
import { MenuButton } from "../../../ui/menu-button.tsx";
import type { MenuEntry } from "../../../ui/menu-entry.ts";
import { showToast } from "../../../ui/toast-store.ts";
import { useWasOpen } from "../../../ui/was-open.ts";
import { clockTime, dayAndTime } from "../row/times.ts";
import { useMentionDirectory } from "../write/use-mention-directory.ts";
import { momentOf, type SendTime, sendTimes } from "./send-times.ts";
import { TimeDialog } from "./time-dialog.tsx";

export interface SendLaterProps {
  readonly channelId: string;
  readonly threadRootId: string | undefined;
  readonly alsoInChannel: boolean;
  readonly onSent: (() => void) | undefined;
}

/** Beside the button that sends: lets what was written be sent at another moment. */
export function SendLater({ channelId, threadRootId, alsoInChannel, onSent }: SendLaterProps) {
  const [text, write] = useDraft(channelId, threadRootId);
  const [asks, setAsks] = useState(false);
  const wasAsking = useWasOpen(asks);
  const { planned } = useScheduled();
  const directory = useMentionDirectory();
  const plan = async (sendAt: number) => {
    const said = encodeMentions(text.trim(), directory);
    try {
      await planned.plan({ channelId, threadRootId, alsoInChannel, text: said, sendAt });
      write("");
      onSent?.();
      showToast({ text: laterText("planned", { when: dayAndTime(sendAt) }) });
    } catch (error) {
      showToast({ text: failureOf(error).text, tone: "danger" });
    }
  };
  const isEmpty = text.trim() === "";
  const entries = (): readonly MenuEntry[] => [
    ...sendTimes.map((time) => {
      const moment = momentOf(time, new Date());
      const choose = () => void plan(momentOf(time, new Date()));
      return { id: time, label: nameOf(time, moment), isDisabled: isEmpty, onSelect: choose };
    }),
    { kind: "separator", id: "end" },
    { id: "custom", label: laterText("custom"), isDisabled: isEmpty, onSelect: () => setAsks(true) },
  ];
  return (
    <>
      <MenuButton
        size="small"
        label={laterText("menu")}
        icon={<ChevronDown size={17} />}
        placement="top end"
        entries={entries}
      />
      {wasAsking && (
        <TimeDialog isOpen={asks} onClose={() => setAsks(false)} onChoose={(moment) => void plan(moment)} />
      )}
    </>
  );
}

function nameOf(time: SendTime, moment: number): string {
  if (time === "20m" || time === "1h") return laterText(`at.${time}`);
  return laterText(`at.${time}`, { time: clockTime(moment) });
}
