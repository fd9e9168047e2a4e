import type { Readable } from "node:stream";
import type { ChannelId, FileId, MessageId, OrgId, UserId } from "../../../kernel/ids.ts";
import type { ContentHash, Picture, RenditionName, StoredFile, Upload } from "../domain/file.ts";
import type { Usage } from "../domain/quota.ts";

/** A part of a content; both ends count. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** What is on its way, by the id of its upload. */
export interface Staging {
  create(id: FileId): Promise<void>;
  /** How many bytes are there; undefined where nothing was begun or it is gone. */
  size(id: FileId): Promise<number | undefined>;
  /**
   * Writes after so many bytes, as far as they come; answers how many are there then. What arrived before the
   * source broke off stays. Throws STORAGE_FULL.
   */
  append(id: FileId, offset: number, source: Readable): Promise<number>;
  /** Where it lies on this machine, for whoever must look into it. */
  path(id: FileId): string;
  /** Fine where it is gone. */
  remove(id: FileId): Promise<void>;
  /** All that is there, with when it was written to last. */
  list(): AsyncIterable<{ readonly id: FileId; readonly touchedAt: Date }>;
}

export type Part = "content" | RenditionName;

/** Contents by their hash, each with the renditions that were made of it. */
export interface Contents {
  /** Takes a file of this machine over; durable when it answers, and whole or not there at all. */
  adopt(hash: ContentHash, part: Part, path: string): Promise<void>;
  /** How long it is; undefined where it is not there. */
  size(hash: ContentHash, part: Part): Promise<number | undefined>;
  open(hash: ContentHash, part: Part, range?: ByteRange): Promise<Readable>;
  /** The content with all that was made of it; fine where it is gone. */
  remove(hash: ContentHash): Promise<void>;
}

/** What a content is, by what is in it. */
export interface Inspection {
  readonly hash: ContentHash;
  /** The media type. */
  readonly type: string;
}

export interface Inspector {
  /** Looks at every byte of a file of this machine. */
  inspect(path: string): Promise<Inspection>;
}

/** A picture, and where on this machine the pictures lie that were made of it. */
export interface Rendered {
  readonly picture: Picture;
  readonly paths: Readonly<Record<RenditionName, string>>;
  /** Deletes what was not adopted. */
  discard(): Promise<void>;
}

export interface Renderer {
  /** Undefined where the content is no picture after all, or one that would take too much to show. */
  render(path: string): Promise<Rendered | undefined>;
}

/** A place where files were posted. */
export interface Posting {
  readonly messageId: MessageId;
  readonly channelId: ChannelId;
}

/** Within one transaction; what is read here is locked. */
export interface FileTransaction {
  /** What the organisation and the person use; nobody else changes either until the transaction ends. */
  accessUsage(orgId: OrgId, userId: UserId): Promise<Usage>;
  addUpload(upload: Upload): Promise<void>;
  countUploads(owner: UserId): Promise<number>;
  /** Undefined where it has ended. */
  lockUpload(id: FileId): Promise<Upload | undefined>;
  /** Makes room again, unless a file of it takes it. */
  removeUpload(upload: Upload, then: "it became a file" | "it was given up"): Promise<void>;
  /** Holds a content: nobody else adds or removes it until the transaction ends. */
  lockContent(hash: ContentHash): Promise<void>;
  /** That there is, or will be, such a content: whatever is noted and of no file is taken away by a job. */
  noteContent(hash: ContentHash): Promise<void>;
  /** With the right of its owner; its content was noted. */
  addFile(file: StoredFile): Promise<void>;
  lockFiles(ids: readonly FileId[]): Promise<readonly StoredFile[]>;
  /** With all rights to see it, and makes room again. Its content stays for whoever else has it. */
  removeFile(file: StoredFile): Promise<void>;
  /** Whether it is posted anywhere. */
  isShared(id: FileId): Promise<boolean>;
  isContentUsed(hash: ContentHash): Promise<boolean>;
  forgetContent(hash: ContentHash): Promise<void>;
  addShares(files: readonly FileId[], by: Posting, at: Date): Promise<void>;
  /** And the right to see a file in a channel where no other message shares it. Answers the files, locked. */
  removeShares(message: MessageId): Promise<readonly StoredFile[]>;
}

export interface FileStore {
  transact<T>(work: (tx: FileTransaction) => Promise<T>): Promise<T>;
  findFile(id: FileId): Promise<StoredFile | undefined>;
  findUpload(id: FileId): Promise<Upload | undefined>;
  usage(orgId: OrgId, userId: UserId): Promise<Usage>;
  /** Files of a person that are posted nowhere. */
  unsharedOf(owner: UserId): Promise<readonly StoredFile[]>;
  /** Files that were uploaded before and are posted nowhere. */
  unsharedBefore(moment: Date, limit: number): Promise<readonly StoredFile[]>;
  uploadsOf(owner: UserId): Promise<readonly Upload[]>;
  /** Uploads that began before, oldest first. */
  uploadsBefore(moment: Date, limit: number): Promise<readonly Upload[]>;
  /** Contents of which there is no file. */
  unusedContents(limit: number): Promise<readonly ContentHash[]>;
  /** Messages for which files were shared before, and of which it is not known whether they were posted. */
  unconfirmedBefore(moment: Date, limit: number): Promise<readonly MessageId[]>;
  confirm(messages: readonly MessageId[]): Promise<void>;
}

/** What the message context knows of messages for which files were shared. */
export interface PostedMessages {
  /** Those of them that are there and were not deleted. */
  posted(messages: readonly MessageId[]): Promise<ReadonlySet<MessageId>>;
}
