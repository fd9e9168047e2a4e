import { useState } from "react";
import { useWorkspace } from "../../../../store/client-context.tsx";
import type { Workspace } from "../../../../store/workspace.ts";
import { dialogText as t } from "../../../../text/en-dialogs.ts";
import { showToast } from "../../../../ui/toast-store.ts";
import { told } from "../../told.ts";
import { useAttempt } from "../use-attempt.ts";
import { useOpenChannel } from "../use-open-channel.ts";
import { type Member, type RoleName, roleToProto } from "./member.ts";

interface MemberActionsOptions {
  readonly channelId: string;
  /** As people write it. */
  readonly place: string;
  /** Reads the list again. */
  readonly refresh: () => Promise<unknown>;
}

/** What is done about somebody in a channel; removing can be undone for a while. */
export function useMemberActions({ channelId, place, refresh }: MemberActionsOptions) {
  const workspace = useWorkspace();
  const { api, me } = workspace;
  const openChannel = useOpenChannel();
  const { isBusy, failure, attempt } = useAttempt();
  const [aboutId, setAboutId] = useState<string>();
  const about = ({ user }: Member, work: () => Promise<void>) => {
    setAboutId(user.id);
    void attempt(work);
  };
  const write = (member: Member) =>
    about(member, async () => {
      const { id } = member.user;
      await openChannel(await api.channels.openDirect({ userIds: id === me ? [] : [id] }));
    });
  const setRole = (member: Member, role: RoleName) =>
    about(member, async () => {
      await api.channels.setMemberRole({ channelId, userId: member.user.id, role: roleToProto(role) });
      await refresh();
    });
  const remove = (member: Member) =>
    about(member, async () => {
      const { id, name } = member.user;
      await api.channels.removeMember({ channelId, userId: id });
      const undo = () => void told(restore(workspace, channelId, member)).then(refresh);
      showToast({
        text: t("members.removed", { name, place }),
        action: { label: t("members.undo"), run: undo },
      });
      await refresh();
    });
  return { busyId: isBusy ? aboutId : undefined, failure, write, setRole, remove };
}

/** Brings somebody back as they were. */
async function restore({ api }: Workspace, channelId: string, { user, role }: Member): Promise<void> {
  await api.channels.addMembers({ channelId, userIds: [user.id] });
  if (role === "member") return;
  await api.channels.setMemberRole({ channelId, userId: user.id, role: roleToProto(role) });
}
