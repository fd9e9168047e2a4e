import { useEffect, useState } from "react";
import { openDirect } from "../../features/channel/open-direct.ts";
import { PersonCard } from "../../features/channel/person-card.tsx";
import { told } from "../../features/channel/told.ts";
import { useWorkspace } from "../../store/client-context.tsx";
import { switcherText } from "../../text/switcher.ts";
import { Popover } from "../../ui/popover.tsx";
import { closeLayer } from "./layers.ts";
import { useWays } from "./use-place.ts";

export interface PersonPartProps {
  readonly userId: string;
  readonly trigger: HTMLElement;
  readonly isOpen: boolean;
}

/** Somebody's card, beside where their name was pressed. */
export function PersonPart({ userId, trigger, isOpen }: PersonPartProps) {
  const workspace = useWorkspace();
  const { openChannel, openPath } = useWays();
  const [next, setNext] = useState<() => void>();
  // The open card keeps the keyboard: what it leads to gets it when the card is closed.
  useEffect(() => {
    if (isOpen || next === undefined) return;
    setNext(undefined);
    next();
  }, [isOpen, next]);
  const leadTo = (go: () => void) => {
    setNext(() => go);
    closeLayer();
  };
  const write = async () => {
    const channelId = await openDirect(workspace, userId);
    if (channelId !== undefined) openChannel(channelId);
  };
  return (
    <Popover
      label={switcherText("person")}
      triggerRef={{ current: trigger }}
      isOpen={isOpen}
      onClose={closeLayer}
      placement="end"
    >
      <PersonCard
        userId={userId}
        isMe={userId === workspace.me}
        onWrite={() => leadTo(() => void told(write()))}
        onEditProfile={() => leadTo(() => openPath("/settings/profile"))}
      />
    </Popover>
  );
}
