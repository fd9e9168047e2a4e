import type { Clock } from "../../../../kernel/clock.ts";
import type { Message } from "../../domain/message.ts";
import { linksToPreview, preview } from "../../domain/previews.ts";
import type { Changing } from "../ports.ts";
import type { ChannelOrgs, Pages, PreviewSettings, PreviewTasks } from "./ports.ts";

export interface PreviewLinksDeps {
  readonly clock: Clock;
  readonly changing: Changing;
  readonly pages: Pages;
  readonly tasks: PreviewTasks;
  readonly settings: PreviewSettings;
  readonly orgs: ChannelOrgs;
  /** Where this server is reached: what leads there is no page of strangers. */
  readonly ownOrigin: string;
}

/** Previews the links of one message that is due; undefined where none is. */
export function previewNextDue(deps: PreviewLinksDeps): Promise<object | undefined> {
  return deps.tasks.doDue(deps.clock.now(), (message) => previewLinks(deps, message));
}

/**
 * Reads the pages while the message may change, and shows what fits the message as it is afterwards: whoever
 * edits it has it looked at again. What is shown already is not read again.
 */
async function previewLinks(deps: PreviewLinksDeps, { id: messageId, ...message }: Message): Promise<void> {
  const found = new Map(message.previews?.shown.map((shown) => [shown.url, shown]));
  const wanted = linksToPreview(message, deps.ownOrigin).filter((url) => !found.has(url));
  const isOn = wanted.length > 0 && (await isPreviewing(deps, message));
  for (const read of await Promise.all(isOn ? wanted.map(deps.pages.preview) : [])) {
    if (read !== undefined) found.set(read.url, read);
  }
  const target = { messageId, channelId: message.channelId };
  await deps.changing.change(target, "by nobody's right", async ({ message: now }) => {
    const previews = linksToPreview(now, deps.ownOrigin).flatMap((url) => found.get(url) ?? []);
    return preview(now, previews, deps.clock.now());
  });
}

async function isPreviewing(
  { orgs, settings }: PreviewLinksDeps,
  { channelId }: Pick<Message, "channelId">,
): Promise<boolean> {
  const orgId = await orgs.orgOf(channelId);
  return orgId !== undefined && (await settings.find(orgId))?.enabled !== false;
}
