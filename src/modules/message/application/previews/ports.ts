import type { ChannelId, OrgId, UserId } from "../../../../kernel/ids.ts";
import type { Message } from "../../domain/message.ts";
import type { LinkPreview } from "../../domain/previews.ts";

/** Reading what others wrote on the web. */
export interface Pages {
  /** Undefined where the page cannot be read, or says nothing of itself. */
  preview(url: string): Promise<LinkPreview | undefined>;
}

/** Messages whose links are to be looked at, until it is done. */
export interface PreviewTasks {
  /**
   * Does the one that is due first and that nobody else does; undefined where there is none. Where the one who
   * does it dies, somebody else does it later, a few times.
   */
  doDue(now: Date, work: (message: Message) => Promise<void>): Promise<object | undefined>;
  nextDue(): Promise<Date | undefined>;
}

/** Whether links are previewed in an organisation. */
export interface PreviewSetting {
  readonly orgId: OrgId;
  readonly enabled: boolean;
  readonly by: UserId;
  readonly at: Date;
}

export interface PreviewSettings {
  find(orgId: OrgId): Promise<PreviewSetting | undefined>;
  save(setting: PreviewSetting): Promise<void>;
}

/** To whom a channel belongs. */
export interface ChannelOrgs {
  orgOf(channelId: ChannelId): Promise<OrgId | undefined>;
}
