import { useWorkspace } from "../../../../store/client-context.tsx";
import { dialogText as t } from "../../../../text/en-dialogs.ts";
import { showToast } from "../../../../ui/toast-store.ts";
import { told } from "../../told.ts";
import { useAttempt } from "../use-attempt.ts";
import type { KnownChannel } from "../use-known-channel.ts";

/** Archives a channel and brings it back. It can be undone, so nobody is asked first. */
export function useArchiving({ channel: { id: channelId }, place }: KnownChannel) {
  const { api } = useWorkspace();
  const { isBusy, failure, attempt } = useAttempt();
  const act = async (isArchived: boolean) => {
    await (isArchived
      ? api.channels.archiveChannel({ channelId })
      : api.channels.unarchiveChannel({ channelId }));
  };
  const setArchived = (isArchived: boolean) =>
    void attempt(async () => {
      await act(isArchived);
      const action = { label: t("acts.undo"), run: () => void told(act(!isArchived)) };
      showToast({ text: t(isArchived ? "acts.archived" : "acts.unarchived", { place }), action });
    });
  return { isBusy, failure, setArchived };
}
