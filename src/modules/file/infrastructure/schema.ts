import type { ChannelId, FileId, MessageId, OrgId, UserId } from "../../../kernel/ids.ts";
import type { ContentHash } from "../domain/file.ts";

export interface FileRow {
  id: FileId;
  org_id: OrgId;
  owner_id: UserId;
  name: string;
  type: string;
  bytes: bigint;
  hash: ContentHash;
  uploaded_at: Date;
  width: number | null;
  height: number | null;
  placeholder: Buffer | null;
}

export interface UploadRow {
  id: FileId;
  org_id: OrgId;
  owner_id: UserId;
  name: string;
  bytes: bigint;
  begun_at: Date;
}

export interface FileSchema {
  /** The row of an organisation has no person. */
  "file.usage": { org_id: OrgId; user_id: UserId | ""; bytes: bigint };
  "file.uploads": UploadRow;
  "file.contents": { hash: ContentHash };
  "file.files": FileRow;
  "file.shares": {
    message_id: MessageId;
    file_id: FileId;
    channel_id: ChannelId;
    shared_at: Date;
    confirmed: boolean;
  };
}
