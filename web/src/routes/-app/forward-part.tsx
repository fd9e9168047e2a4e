import { useMemo, useState } from "react";
import { newKey } from "../../api/reaching.ts";
import { ChannelIcon } from "../../features/channel/channel-icon.tsx";
import { channelPlace } from "../../features/channel/channel-title.ts";
import { openDirect } from "../../features/channel/open-direct.ts";
import { type PlaceChoice, placeChoices } from "../../features/channel/switcher/choices.ts";
import { PlacePicker } from "../../features/channel/switcher/place-picker.tsx";
import type { SwitcherChoice } from "../../features/channel/switcher/switcher.tsx";
import { visitedChannels } from "../../features/channel/switcher/visits.ts";
import { useChannelEntries } from "../../features/channel/use-channel-entries.ts";
import { ForwardForm, type ForwardWish } from "../../features/message/forward/forward-form.tsx";
import { closeForward } from "../../features/message/forward/forwarding.ts";
import { useWorkspace } from "../../store/client-context.tsx";
import type { Message } from "../../store/log/message.ts";
import { pathOf } from "../../store/log/message-path.ts";
import { quoteText } from "../../text/quote.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { usePeopleFinder } from "./use-people-finder.ts";
import { useWays } from "./use-place.ts";

export interface ForwardPartProps {
  readonly message: Message;
  readonly isOpen: boolean;
}

/** Forwards a message to a channel or to somebody. */
export function ForwardPart({ message, isOpen }: ForwardPartProps) {
  const [opening, setOpening] = useState({ isOpen, count: 0 });
  if (opening.isOpen !== isOpen) setOpening({ isOpen, count: opening.count + (isOpen ? 1 : 0) });
  return (
    <Dialog title={quoteText("title")} isOpen={isOpen} onClose={closeForward} isFullOnPhone>
      <Forwarding key={opening.count} message={message} />
    </Dialog>
  );
}

function Forwarding({ message }: { readonly message: Message }) {
  const [target, setTarget] = useState<PlaceChoice>();
  const forward = useForward(message);
  return (
    <ForwardForm
      message={message}
      target={target && { name: nameOf(target), icon: iconOf(target) }}
      picker={<TargetPicker onPick={setTarget} />}
      onDropTarget={() => setTarget(undefined)}
      onClose={closeForward}
      onForward={async (wish) => {
        if (target !== undefined) await forward(target, wish);
      }}
    />
  );
}

function TargetPicker({ onPick }: { readonly onPick: (choice: PlaceChoice) => void }) {
  const { me, circle } = useWorkspace();
  const entries = useChannelEntries();
  const [people, find] = usePeopleFinder();
  const choices = useMemo((): readonly SwitcherChoice[] => {
    const open = (entries ?? []).filter(({ isArchived }) => !isArchived);
    const { contacts } = circle.store.getState();
    const places = { entries: open, people, me, contacts, visits: visitedChannels() };
    return placeChoices(places).map((choice) => ({
      ...choice,
      icon: iconOf(choice),
      run: () => onPick(choice),
    }));
  }, [entries, people, me, circle, onPick]);
  return (
    <PlacePicker
      label={quoteText("to")}
      found={quoteText("places")}
      placeholder={quoteText("toHint")}
      choices={choices}
      onQuery={find}
    />
  );
}

function iconOf(choice: PlaceChoice) {
  if (choice.kind === "channel") return <ChannelIcon entry={choice.entry} size={17} />;
  const { id, name, avatarUrl } = choice.user;
  return <Avatar id={id} name={name} imageUrl={avatarUrl || undefined} size={22} />;
}

function nameOf(choice: PlaceChoice): string {
  return choice.kind === "channel" ? channelPlace(choice.entry, choice.title) : choice.title;
}

/** Forwards, and says so with a way there. However often it is tried, it arrives once. */
function useForward(message: Message): (target: PlaceChoice, wish: ForwardWish) => Promise<void> {
  const workspace = useWorkspace();
  const { openChannel } = useWays();
  const [clientId] = useState(newKey);
  return async (target, { comment, isLink }) => {
    const channelId = target.kind === "channel" ? target.id : await openDirect(workspace, target.id);
    if (channelId === undefined) return;
    if (isLink) {
      const link = window.location.origin + pathOf(message);
      workspace.outbox.send({ channelId, text: comment === "" ? link : `${comment}\n\n${link}` });
    } else {
      await workspace.api.messages.forwardMessage({ messageId: message.id, channelId, clientId, comment });
    }
    closeForward();
    const action = { label: quoteText("open"), run: () => openChannel(channelId) };
    showToast({ text: quoteText("sent", { place: nameOf(target) }), action });
  };
}
