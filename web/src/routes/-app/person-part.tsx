import { useEffect, useState } from "react";
import { openDirect } from "../../features/channel/open-direct.ts";
import { PersonCard } from "../../features/channel/person-card.tsx";
import { told } from "../../features/channel/told.ts";
import { AskDialog } from "../../features/user/people/ask-dialog.tsx";
import { CardActions } from "../../features/user/people/card-actions.tsx";
import { useWorkspace } from "../../store/client-context.tsx";
import { useUser } from "../../store/hooks.ts";
import { switcherText } from "../../text/switcher.ts";
import { Popover } from "../../ui/popover.tsx";
import { closeLayer } from "./layers.ts";
import { useWays } from "./use-place.ts";

export interface PersonPartProps {
  readonly userId: string;
  readonly trigger: HTMLElement;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Somebody's card, beside where their name was pressed. */
export function PersonPart({ userId, trigger, isOpen, onClose }: PersonPartProps) {
  const workspace = useWorkspace();
  const { openChannel, openPath } = useWays();
  const user = useUser(userId);
  const [isAsking, setAsking] = useState(false);
  const [next, setNext] = useState<() => void>();
  // The open card keeps the keyboard: what it leads to gets it when the card is closed.
  useEffect(() => {
    if (isOpen || next === undefined) return;
    setNext(undefined);
    next();
  }, [isOpen, next]);
  const leadTo = (go: () => void) => {
    setNext(() => go);
    onClose();
  };
  const write = async () => {
    const channelId = await openDirect(workspace, userId);
    if (channelId === undefined) return;
    closeLayer();
    openChannel(channelId);
  };
  if (isAsking && user !== undefined) {
    return <AskDialog user={user} isOpen onClose={() => setAsking(false)} />;
  }
  return (
    <Popover
      label={switcherText("person")}
      triggerRef={{ current: trigger }}
      isOpen={isOpen}
      onClose={onClose}
      placement="end"
    >
      <PersonCard
        userId={userId}
        isMe={userId === workspace.me}
        onWrite={() => leadTo(() => void told(write()))}
        onEditProfile={() =>
          leadTo(() => {
            closeLayer();
            openPath("/settings/profile");
          })
        }
      >
        {userId !== workspace.me && (
          <CardActions userId={userId} onAsk={() => leadTo(() => setAsking(true))} />
        )}
      </PersonCard>
    </Popover>
  );
}
