import type { Actor } from "../../../../kernel/actor.ts";
import type { UserId } from "../../../../kernel/ids.ts";
import { refuse } from "../../domain/errors.ts";
import { type Follow, readUpTo, unreadFrom } from "../../domain/inbox/thread-follow.ts";
import type { FollowedThread, ThreadFollows, Threads } from "./personal-ports.ts";
import type { Told } from "./ports.ts";

export interface FollowThreadsDeps {
  readonly follows: ThreadFollows;
  readonly threads: Threads;
}

const MOST_LISTED = 200;

/** The threads somebody follows, the one with the latest reply first; those without replies are left out. */
export async function listThreadFollows(
  { follows, threads }: FollowThreadsDeps,
  { userId }: Actor,
): Promise<readonly FollowedThread[]> {
  const followed = await follows.followed(userId, MOST_LISTED);
  const counts = new Map(
    (await threads.unread(userId, followed)).map((count) => [count.threadRootId, count]),
  );
  return followed
    .flatMap((follow): FollowedThread[] => {
      const count = counts.get(follow.threadRootId);
      return count === undefined ? [] : [{ follow, ...count }];
    })
    .toSorted((a, b) => (b.lastReplyAt?.getTime() ?? 0) - (a.lastReplyAt?.getTime() ?? 0));
}

/** How somebody follows a thread; who never had to do with it does not. */
export async function getThreadFollow(
  { follows }: Pick<FollowThreadsDeps, "follows">,
  { userId }: Actor,
  root: Told,
): Promise<Follow> {
  return (await follows.find(userId, root.id)) ?? initial(userId, root);
}

/** Who begins to follow a thread has read what is there. */
export async function followThread(
  { follows, threads }: FollowThreadsDeps,
  { userId }: Actor,
  { root, following }: { readonly root: Told; readonly following: boolean },
): Promise<Follow> {
  const head = await threads.head(root.channelId);
  return follows.change(initial(userId, root), (follow) => {
    if (follow.following === following) return follow;
    return { ...(following ? readUpTo(follow, head, head) : follow), following };
  });
}

/** Moves the read position in a thread forward, never back and never past the log. */
export async function markThreadRead(
  { follows, threads }: FollowThreadsDeps,
  { userId }: Actor,
  { root, seq }: { readonly root: Told; readonly seq: bigint },
): Promise<Follow> {
  // Read before the lock: the log only grows, and what was seen was committed before this.
  const head = await threads.head(root.channelId);
  return follows.change(initial(userId, root), (follow) => readUpTo(follow, seq, head));
}

/** Moves it back to just before a reply, never forward. */
export function markThreadUnread(
  { follows }: Pick<FollowThreadsDeps, "follows">,
  { userId }: Actor,
  { root, seq }: { readonly root: Told; readonly seq: bigint },
): Promise<Follow> {
  return follows.change(initial(userId, root), (follow) => unreadFrom(follow, seq));
}

/** Throws NOT_A_THREAD for a reply. */
function initial(userId: UserId, { id, seq, channelId, threadRootId }: Told): Follow {
  if (threadRootId !== undefined) throw refuse("NOT_A_THREAD");
  return { userId, threadRootId: id, channelId, following: false, readSeq: seq };
}
