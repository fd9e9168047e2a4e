import { create } from "@bufbuild/protobuf";
import { type UnfinishedLogin, UnfinishedLoginSchema } from "../../../../../gen/chatter/auth/v1/auth_pb.js";

/** What is missing after the identity provider, which the server tells behind the hash of the address. */
export function readUnfinished(hash: string): UnfinishedLogin | undefined {
  const told = new URLSearchParams(hash.replace(/^#/, ""));
  const [code, enrolment] = [told.get("secondFactor"), told.get("enrolment")];
  const token = code ?? enrolment;
  return token ? create(UnfinishedLoginSchema, { token, needsEnrolment: code === null }) : undefined;
}
