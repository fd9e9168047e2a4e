import { Ban, Clock, UserMinus, UserPlus } from "lucide-react";
import { useState } from "react";
import { useStore } from "zustand";
import { failureOf } from "../../../api/failure.ts";
import type { CircleState } from "../../../store/circle/circle.ts";
import type { CircleApi } from "../../../store/circle/circle-api.ts";
import { useWorkspace } from "../../../store/client-context.tsx";
import { socialText as t } from "../../../text/social.ts";
import type { MenuAction } from "../../../ui/menu-entry.ts";
import { showToast } from "../../../ui/toast-store.ts";
import { useSocialApi } from "../social-api.ts";

const icon = 16;

/** What this person is to the reader. */
export type Tie = "none" | "contact" | "asked" | "asks" | "blocked";

function tieWith({ contacts, sent, received, blocked }: CircleState, userId: string): Tie {
  if (blocked.has(userId)) return "blocked";
  if (contacts.has(userId)) return "contact";
  if (sent.some((request) => request.userId === userId)) return "asked";
  return received.some((request) => request.userId === userId) ? "asks" : "none";
}

/** What can be done about contacts and blocks with one person; asking them opens a dialog. */
export function usePersonActions(userId: string, onAsk: () => void): { tie: Tie; entries: MenuAction[] } {
  const { circle } = useWorkspace();
  const tie = tieWith(useStore(circle.store), userId);
  const run = useCircleCall();
  const entries = { none: [add(onAsk)], ...ties(run, userId) }[tie];
  const isBlocked = tie === "blocked";
  return { tie, entries: isBlocked ? entries : [...entries, block(run, userId)] };
}

type Run = (call: (api: CircleApi["contacts"]) => Promise<unknown>) => void;

/** Calls, tells of a failure, and reads the circle as it is then. */
export function useCircleCall(): Run {
  const { circle } = useWorkspace();
  const api = useSocialApi();
  const [isBusy, setBusy] = useState(false);
  const act = async (call: Parameters<Run>[0]) => {
    setBusy(true);
    try {
      await call((await api()).contacts);
      await circle.read();
    } catch (error) {
      showToast({ text: failureOf(error).text, tone: "danger" });
    } finally {
      setBusy(false);
    }
  };
  return (call) => {
    if (!isBusy) void act(call);
  };
}

const add = (onSelect: () => void): MenuAction => ({
  ...{ id: "add", label: t("add"), icon: <UserPlus size={icon} />, onSelect },
});

const ties = (run: Run, userId: string): Record<Exclude<Tie, "none">, MenuAction[]> => ({
  contact: [
    {
      ...{ id: "remove", label: t("remove"), icon: <UserMinus size={icon} /> },
      onSelect: () => run((api) => api.removeContact({ userId })),
    },
  ],
  asked: [
    {
      ...{ id: "withdraw", label: t("withdraw"), icon: <Clock size={icon} /> },
      onSelect: () => run((api) => api.withdrawRequest({ userId })),
    },
  ],
  asks: [
    {
      ...{ id: "accept", label: t("accept"), icon: <UserPlus size={icon} /> },
      onSelect: () => run((api) => api.answerRequest({ userId, accept: true })),
    },
    {
      ...{ id: "decline", label: t("decline"), icon: <UserMinus size={icon} /> },
      onSelect: () => run((api) => api.answerRequest({ userId, accept: false })),
    },
  ],
  blocked: [
    {
      ...{ id: "unblock", label: t("unblock"), icon: <Ban size={icon} /> },
      onSelect: () => run((api) => api.unblockPerson({ userId })),
    },
  ],
});

const block = (run: Run, userId: string): MenuAction => ({
  ...{ id: "block", label: t("block"), icon: <Ban size={icon} />, tone: "danger" },
  onSelect: () => run((api) => api.blockPerson({ userId })),
});
