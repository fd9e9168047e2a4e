import { useCallback, useEffect, useState } from "react";
import type { LogEntry } from "../../realtime/streams.ts";
import { useClient, useWorkspace } from "../client-context.tsx";
import { inboxOf } from "./inbox.ts";

/**
 * Whether this person follows a thread, on all their devices; undefined until it is known. What they have seen of it,
 * up to a position of the log, is read.
 */
export function useThreadFollow(
  threadRootId: string,
  seen: number | undefined,
): { readonly following: boolean | undefined; readonly follow: (following: boolean) => Promise<void> } {
  const workspace = useWorkspace();
  const { transport } = useClient();
  const { api } = inboxOf(workspace, transport);
  const [following, setFollowing] = useState<boolean>();
  useEffect(() => {
    let isShown = true;
    const read = async (): Promise<void> => {
      const answer = await api.getThreadFollow({ threadRootId });
      if (isShown) setFollowing(answer.follow?.following === true);
    };
    // What cannot be read now comes with the next connection.
    const readIfPossible = () => void read().catch(() => undefined);
    const listener = (entry?: LogEntry) => {
      if (entry === undefined) return readIfPossible();
      if (entry.body.case !== "threadFollowChanged") return;
      const changed = entry.body.value.follow;
      if (changed?.threadRootId === threadRootId) setFollowing(changed.following);
    };
    const stop = workspace.onOwn(listener);
    readIfPossible();
    return () => {
      isShown = false;
      stop();
    };
  }, [workspace, api, threadRootId]);
  useEffect(() => {
    if (seen === undefined) return;
    // Read again when the thread is opened the next time.
    void api.markThreadRead({ threadRootId, seq: BigInt(seen) }).catch(() => undefined);
  }, [api, threadRootId, seen]);
  const follow = useCallback(
    async (wish: boolean) => {
      setFollowing(wish);
      try {
        await api.followThread({ threadRootId, following: wish });
      } catch (error) {
        setFollowing(!wish);
        throw error;
      }
    },
    [api, threadRootId],
  );
  return { following, follow };
}
