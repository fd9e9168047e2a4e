import { type Channel, isDirect } from "../../../store/channels/channel.ts";
import { useUsers } from "../../../store/hooks.ts";
import { t } from "../../../text/text.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { ChannelIcon } from "../channel-icon.tsx";
import { peersOf } from "../channel-title.ts";

interface ChannelBeginningProps {
  readonly channel: Channel;
  readonly title: string;
  readonly place: string;
  readonly orgName: string;
  readonly me: string;
}

/** What stands before the first message: what this place is, and for whom. */
export function ChannelBeginning({ channel, title, place, orgName, me }: ChannelBeginningProps) {
  const peers = peersOf(channel, me);
  return (
    <div className="px-4 pt-8 pb-4 max-pane:px-3">
      {isDirect(channel) && peers.length > 0 ? (
        <Faces userIds={peers} />
      ) : (
        <span className="grid size-12 place-items-center rounded-2xl bg-accent-soft text-accent">
          <ChannelIcon entry={{ kind: channel.kind, peerIds: peers }} size={22} />
        </span>
      )}
      <h2 className="mt-3 text-xl font-[650]">{place}</h2>
      <p className="mt-1 max-w-prose text-ink2">{aboutBeginning({ channel, title, place, orgName, me })}</p>
      {channel.description !== "" && <p className="mt-1 max-w-prose text-ink2">{channel.description}</p>}
    </div>
  );
}

function aboutBeginning({ channel, title, place, orgName, me }: ChannelBeginningProps): string {
  if (isDirect(channel)) {
    const isSelf = peersOf(channel, me).length === 0;
    return isSelf ? t("history.beginningSelf") : t("history.beginningDirect", { names: title });
  }
  const who =
    channel.kind === "public"
      ? t("history.beginningPublic", { org: orgName })
      : t("history.beginningPrivate");
  return `${t("history.beginning", { place })}. ${who}`;
}

function Faces({ userIds }: { readonly userIds: readonly string[] }) {
  const users = useUsers(userIds);
  return (
    <span className="flex -space-x-2">
      {userIds.map((id) => {
        const user = users.get(id);
        return (
          <Avatar
            key={id}
            id={id}
            name={user?.name ?? ""}
            imageUrl={user?.avatarUrl || undefined}
            size={48}
            className="ring-2 ring-bg"
          />
        );
      })}
    </span>
  );
}
