import type { Workspace } from "../../store/workspace.ts";

/** The conversation with somebody, made if there is none; answers its id. */
export async function openDirect({ api, channels }: Workspace, userId: string): Promise<string | undefined> {
  const { channel, membership } = await api.channels.openDirect({ userIds: [userId] });
  if (channel !== undefined && membership !== undefined) channels.added(channel, membership);
  return channel?.id;
}
