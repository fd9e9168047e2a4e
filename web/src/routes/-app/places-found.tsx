import type { ReactNode } from "react";
import { usePublicChannels } from "../../features/channel/dialogs/browse/use-public-channels.ts";
import { openDirect } from "../../features/channel/open-direct.ts";
import { told } from "../../features/channel/told.ts";
import { useChannelEntries } from "../../features/channel/use-channel-entries.ts";
import { useWorkspace } from "../../store/client-context.tsx";
import { searchText } from "../../text/search.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { useFoundPeople } from "./use-people-finder.ts";
import { useWays } from "./use-place.ts";

const most = 5;
// What has an operator, a quote or a sign asks for messages.
const ASKS_FOR_MESSAGES = /["“:]|(?:^|\s)-/;

/** The people and channels that are called what somebody searches for. */
export function PlacesFound({ query }: { readonly query: string }) {
  return ASKS_FOR_MESSAGES.test(query) ? null : <Places query={query.replace(/^[@#]/, "")} />;
}

function Places({ query }: { readonly query: string }) {
  const workspace = useWorkspace();
  const { openChannel } = useWays();
  const people = useFoundPeople(query);
  const { items: open = [] } = usePublicChannels(query, false);
  const mine = useChannelEntries() ?? [];
  const named = mine.filter(({ kind, title }) => kind === "private" && title.includes(query.toLowerCase()));
  const channels = [...named.map(({ id, title }) => ({ id, name: title })), ...open].slice(0, most);
  const write = async (userId: string) => {
    const channelId = await openDirect(workspace, userId);
    if (channelId !== undefined) openChannel(channelId);
  };
  return (
    <>
      {people.length > 0 && (
        <Row label={searchText("people")}>
          {people.slice(0, most).map(({ id, name, avatarUrl }) => (
            <Chip key={id} onPress={() => void told(write(id))}>
              <Avatar id={id} name={name} imageUrl={avatarUrl || undefined} size={20} />
              {name}
            </Chip>
          ))}
        </Row>
      )}
      {channels.length > 0 && (
        <Row label={searchText("channels")}>
          {channels.map(({ id, name }) => (
            <Chip key={id} onPress={() => openChannel(id)}>
              #{name}
            </Chip>
          ))}
        </Row>
      )}
    </>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section aria-label={label} className="flex flex-wrap items-center gap-1.5 px-3 pt-3">
      <h2 className="w-20 text-[13px] font-semibold text-ink2">{label}</h2>
      {children}
    </section>
  );
}

function Chip({ onPress, children }: { readonly onPress: () => void; readonly children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="flex min-h-8 max-w-60 items-center gap-1.5 truncate rounded-full border border-line bg-raised px-3 text-sm hover:bg-hover coarse:min-h-11"
    >
      {children}
    </button>
  );
}
