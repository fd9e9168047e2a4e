import { useState } from "react";
import { openDirect } from "../../features/channel/open-direct.ts";
import { told } from "../../features/channel/told.ts";
import { PeopleDialog } from "../../features/user/people/people-dialog.tsx";
import { useWorkspace } from "../../store/client-context.tsx";
import { closeLayer } from "./layers.ts";
import { PersonPart, type PersonPartProps } from "./person-part.tsx";
import { useWays } from "./use-place.ts";

// One part with all that shows people: the name of each chunk weighs on the first load.
export { GroupsSection } from "../../features/user/groups/groups-section.tsx";
export { PrivacySection } from "../../features/user/privacy/privacy-section.tsx";
export { PersonPart };

export interface PeoplePartProps {
  readonly isOpen: boolean;
  readonly groupId: string | undefined;
}

/** The people of the organisation, with where they lead. */
export function PeoplePart({ isOpen, groupId }: PeoplePartProps) {
  const workspace = useWorkspace();
  const { openChannel } = useWays();
  const [card, setCard] = useState<Omit<PersonPartProps, "onClose">>();
  const write = async (userId: string) => {
    const channelId = await openDirect(workspace, userId);
    if (channelId === undefined) return;
    closeLayer();
    openChannel(channelId);
  };
  const ways = {
    openCard: (userId: string, trigger: HTMLElement) => setCard({ userId, trigger, isOpen: true }),
    write: (userId: string) => void told(write(userId)),
  };
  return (
    <PeopleDialog key={groupId} isOpen={isOpen} onClose={closeLayer} groupId={groupId} ways={ways}>
      {card && <PersonPart {...card} onClose={() => setCard({ ...card, isOpen: false })} />}
    </PeopleDialog>
  );
}
