import { useNavigate } from "@tanstack/react-router";
import type { Channel, Membership } from "../../../../../gen/chatter/channel/v1/channel_pb.js";
import { useWorkspace } from "../../../store/client-context.tsx";
import { closeDialog } from "./dialogs.ts";

/** A channel with the caller's membership, as the server answers. */
interface Opened {
  readonly channel?: Channel | undefined;
  readonly membership?: Membership | undefined;
}

/** Closes the dialog and goes to a channel that this person has come into. */
export function useOpenChannel(): (opened: Opened) => Promise<void> {
  const { channels } = useWorkspace();
  const navigate = useNavigate();
  return async ({ channel, membership }) => {
    if (channel === undefined || membership === undefined) return;
    channels.added(channel, membership);
    closeDialog();
    await navigate({ to: "/c/$channelId", params: { channelId: channel.id } });
  };
}
