import { Plus } from "lucide-react";
import { useState } from "react";
import { useStore } from "zustand";
import { FormProblem } from "../../../../forms/form.tsx";
import type { Channel } from "../../../../store/channels/channel.ts";
import { useWorkspace } from "../../../../store/client-context.tsx";
import { dialogText as t } from "../../../../text/en-dialogs.ts";
import { announce } from "../../../../ui/announcer.tsx";
import { Button } from "../../../../ui/button.tsx";
import { Switch } from "../../../../ui/switch.tsx";
import { openDialog } from "../dialogs.ts";
import { ListBody } from "../list/list-body.tsx";
import { PagedList } from "../list/paged-list.tsx";
import { moveAmongRows } from "../list/row-keys.ts";
import { SearchField } from "../list/search-field.tsx";
import { useAttempt } from "../use-attempt.ts";
import { ChannelLine } from "./channel-line.tsx";
import { usePublicChannels } from "./use-public-channels.ts";

/** All public channels, to look into and to join. */
export function BrowseChannels() {
  const [query, setQuery] = useState("");
  const [includeArchived, setIncludeArchived] = useState(false);
  const list = usePublicChannels(query, includeArchived);
  const { joining, failure, join } = useJoining();
  const mine = useStore(useWorkspace().channels.store, (state) => state.mine);
  return (
    <ListBody onKeyDown={moveAmongRows}>
      <div className="flex gap-2">
        <SearchField label={t("browse.find")} value={query} onChange={setQuery} />
        <Button onClick={() => openDialog({ kind: "create-channel" })}>
          <Plus size={16} aria-hidden />
          {t("browse.create")}
        </Button>
      </div>
      <Switch label={t("browse.includeArchived")} isOn={includeArchived} onChange={setIncludeArchived} />
      <FormProblem text={failure?.text} />
      <PagedList
        list={list}
        loading={t("browse.loading")}
        empty={t("browse.none")}
        count={(count) => t("browse.count", { count })}
      >
        {(channels) => (
          <ul>
            {channels.map((channel) => (
              <ChannelLine
                key={channel.id}
                channel={mine.get(channel.id)?.channel ?? channel}
                isMine={mine.has(channel.id)}
                isBusy={joining === channel.id}
                onJoin={() => join(channel)}
              />
            ))}
          </ul>
        )}
      </PagedList>
    </ListBody>
  );
}

/** Joins channels without leaving the list: somebody new joins several. */
function useJoining() {
  const { api, channels } = useWorkspace();
  const [joiningId, setJoiningId] = useState<string>();
  const { isBusy, failure, attempt } = useAttempt();
  const join = ({ id, name }: Channel) => {
    setJoiningId(id);
    void attempt(async () => {
      const { channel, membership } = await api.channels.joinChannel({ channelId: id });
      if (channel !== undefined && membership !== undefined) channels.added(channel, membership);
      announce(t("browse.joinedNamed", { name }));
    });
  };
  return { joining: isBusy ? joiningId : undefined, failure, join };
}
