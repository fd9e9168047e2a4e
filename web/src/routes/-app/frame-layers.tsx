import type { ChannelEntry } from "../../features/channel/channel-entry.ts";
import { useForwarding } from "../../features/message/forward/forwarding.ts";
import { StatusDialog } from "../../features/user/status/status-dialog.tsx";
import { lazyPart } from "../../ui/lazy-part.tsx";
import type { ForwardPartProps } from "./forward-part.tsx";
import { closeLayer, useLayer } from "./layers.ts";
import type { PeoplePartProps } from "./people-part.tsx";
import type { PersonPartProps } from "./person-part.tsx";
import type { PinsPartProps } from "./pins-part.tsx";
import type { SwitcherPartProps } from "./switcher-part.tsx";

const SwitcherPart = lazyPart<SwitcherPartProps>(() =>
  import("./switcher-part.tsx").then((part) => part.SwitcherPart),
);
const PinsPart = lazyPart<PinsPartProps>(() => import("./pins-part.tsx").then((part) => part.PinsPart));
const ForwardPart = lazyPart<ForwardPartProps>(() =>
  import("./forward-part.tsx").then((part) => part.ForwardPart),
);
const peopleParts = () => import("./people-part.tsx");
const PeoplePart = lazyPart<PeoplePartProps>(() => peopleParts().then((part) => part.PeoplePart));
const PersonPart = lazyPart<PersonPartProps>(() => peopleParts().then((part) => part.PersonPart));

/** What lies over the frame at times; each is fetched when it is first opened. */
export function FrameLayers({ entries }: { readonly entries: readonly ChannelEntry[] | undefined }) {
  const switcher = useLayer("switcher");
  const status = useLayer("status");
  const pins = useLayer("pins");
  const person = useLayer("person");
  const people = useLayer("people");
  const forwarding = useForwarding();
  return (
    <>
      {forwarding.message && <ForwardPart isOpen={forwarding.isOpen} message={forwarding.message} />}
      {people.layer && <PeoplePart isOpen={people.isOpen} groupId={people.layer.groupId} />}
      {switcher.layer && <SwitcherPart isOpen={switcher.isOpen} entries={entries ?? []} />}
      {status.layer && <StatusDialog isOpen={status.isOpen} onClose={closeLayer} />}
      {pins.layer && <PinsPart isOpen={pins.isOpen} channelId={pins.layer.channelId} />}
      {person.layer && <PersonPart isOpen={person.isOpen} onClose={closeLayer} {...person.layer} />}
    </>
  );
}
