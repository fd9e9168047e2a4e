import type { StoredFile, Upload } from "../domain/file.ts";
import type { FileRow, UploadRow } from "./schema.ts";

export function toFile(row: FileRow): StoredFile {
  const { width, height, placeholder } = row;
  return {
    id: row.id,
    orgId: row.org_id,
    ownerId: row.owner_id,
    name: row.name,
    type: row.type,
    bytes: Number(row.bytes),
    hash: row.hash,
    uploadedAt: row.uploaded_at,
    ...(width !== null &&
      height !== null &&
      placeholder !== null && { picture: { width, height, placeholder: new Uint8Array(placeholder) } }),
  };
}

export function fromFile(file: StoredFile): FileRow {
  const { picture } = file;
  return {
    id: file.id,
    org_id: file.orgId,
    owner_id: file.ownerId,
    name: file.name,
    type: file.type,
    bytes: BigInt(file.bytes),
    hash: file.hash,
    uploaded_at: file.uploadedAt,
    width: picture?.width ?? null,
    height: picture?.height ?? null,
    placeholder: picture ? Buffer.from(picture.placeholder) : null,
  };
}

export function toUpload(row: UploadRow): Upload {
  const { id, org_id: orgId, owner_id: ownerId, name, bytes, begun_at: begunAt } = row;
  return { id, orgId, ownerId, name, bytes: Number(bytes), begunAt };
}

export function fromUpload({ id, orgId, ownerId, name, bytes, begunAt }: Upload): UploadRow {
  return { id, org_id: orgId, owner_id: ownerId, name, bytes: BigInt(bytes), begun_at: begunAt };
}
