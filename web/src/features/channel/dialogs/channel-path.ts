/** Where a channel is on this server. */
export function channelPath(channelId: string): string {
  return `/c/${channelId}`;
}
