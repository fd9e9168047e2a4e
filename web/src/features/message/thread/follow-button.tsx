import { Bell, BellOff } from "lucide-react";
import { failureOf } from "../../../api/failure.ts";
import { useThreadFollow } from "../../../store/inbox/use-thread-follow.ts";
import { inboxText } from "../../../text/inbox.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { showToast } from "../../../ui/toast-store.ts";

interface FollowButtonProps {
  readonly rootId: string;
  /** The position of the latest reply that is shown: so far the thread is read. */
  readonly seen: number | undefined;
}

/** Follows a thread, or does so no more; nothing while that is not known. */
export function FollowButton({ rootId, seen }: FollowButtonProps) {
  const { following, follow } = useThreadFollow(rootId, seen);
  if (following === undefined) return null;
  const turn = () => {
    follow(!following).catch((error: unknown) => {
      showToast({ text: failureOf(error).text, tone: "danger" });
    });
  };
  return (
    <IconButton
      label={inboxText(following ? "unfollow" : "follow")}
      isPressed={following}
      icon={following ? <Bell size={17} /> : <BellOff size={17} className="text-ink3" />}
      onClick={turn}
    />
  );
}
