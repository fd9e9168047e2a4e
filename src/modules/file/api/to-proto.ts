import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { FileSchema, type File as ProtoFile } from "../../../../gen/chatter/file/v1/file_pb.js";
import type { StoredFile } from "../domain/file.ts";

export function fileToProto({ id, name, type, bytes, ownerId, uploadedAt, picture }: StoredFile): ProtoFile {
  return create(FileSchema, {
    ...{ id, name, type, ownerId },
    bytes: BigInt(bytes),
    uploadedAt: timestampFromDate(uploadedAt),
    ...(picture && { picture }),
  });
}
