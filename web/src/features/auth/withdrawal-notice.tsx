import { CircleAlert } from "lucide-react";
import { useStore } from "zustand";
import { useClient } from "../../store/client-context.tsx";
import { entryText as t } from "../../text/entry.ts";
import { sentenceOfWithdrawal } from "./withdrawal.ts";

/** Why somebody who had just come in stands outside again; nothing for everybody else. */
export function WithdrawalNotice() {
  const { store } = useClient().session;
  const ended = useStore(store, (state) => (state.phase === "signed-out" ? state.ended : undefined));
  const sentence = sentenceOfWithdrawal(ended);
  if (sentence === undefined) return null;
  return (
    <div
      role="status"
      className="mb-5 flex items-start gap-2.5 rounded-lg bg-mention-soft px-3 py-2.5 text-sm"
    >
      <CircleAlert size={18} aria-hidden className="mt-px flex-none text-mention" />
      <div className="text-ink">
        <p className="font-semibold">{t("withdrawn.title")}</p>
        <p>{sentence}</p>
      </div>
    </div>
  );
}
