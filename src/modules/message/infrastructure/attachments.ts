import type { FileId } from "../../../kernel/ids.ts";
import type { Attachment } from "../domain/attachment.ts";

/** An attachment in the read model, as JSON. */
export interface StoredAttachment {
  readonly file: FileId;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly picture?: { readonly width: number; readonly height: number; readonly placeholder: string };
}

export function storedAttachments(
  attachments: readonly Attachment[] | undefined,
): readonly StoredAttachment[] | null {
  return attachments?.map(fromAttachment) ?? null;
}

/** As a parameter of a statement. */
export function fromAttachments(attachments: readonly Attachment[] | undefined): string | null {
  return attachments === undefined ? null : JSON.stringify(storedAttachments(attachments));
}

function fromAttachment({ fileId, name, type, bytes, picture }: Attachment): StoredAttachment {
  const placeholder = picture && Buffer.from(picture.placeholder).toString("base64");
  return {
    ...{ file: fileId, name, type, bytes },
    ...(picture && placeholder !== undefined && { picture: { ...picture, placeholder } }),
  };
}

export function toAttachment({ file, name, type, bytes, picture }: StoredAttachment): Attachment {
  return {
    ...{ fileId: file, name, type, bytes },
    ...(picture && {
      picture: { ...picture, placeholder: new Uint8Array(Buffer.from(picture.placeholder, "base64")) },
    }),
  };
}
