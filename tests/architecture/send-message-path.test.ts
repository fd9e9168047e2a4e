import { describe, expect, it } from "vitest";
import { followCalls } from "../../tools/boundaries/call-path.ts";

const module = "src/modules/message";
const stop = (path: string, name: string) => ({ path, name });

/** What composition puts behind the ports that SendMessage is handed through. */
const bindings = new Map([
  ["deps.gate", stop("src/platform/rpc/gate.ts", "createGate")],
  ["posting.post", stop(`${module}/infrastructure/posting.ts`, "createPosting")],
  ["posts.add", stop("src/platform/postgres/group-commit.ts", "createGroupCommit")],
  ["options.flush", stop(`${module}/infrastructure/posting.ts`, "postBatch")],
]);

/** Engines and siblings: the path ends at their door, which is one file each. */
const doors = new Map([
  ["src/platform/rpc/gate.ts: authorizer.check", "src/platform/authz/create-authorizer.ts"],
  [`${module}/application/permitted.ts: access.permit`, "src/platform/authz/create-authorizer.ts"],
  [`${module}/application/permitted.ts: closings.isClosedTo`, "src/app/contexts.ts"],
  [`${module}/application/send-message.ts: audiences.audienceOf`, "src/app/contexts.ts"],
  [`${module}/application/send-message.ts: files.share`, "src/app/contexts.ts"],
  [`${module}/application/send-message.ts: files.release`, "src/app/contexts.ts"],
  [`${module}/application/get-message.ts: messages.find`, `${module}/infrastructure/messages.ts`],
]);

/**
 * What somebody reads who wants to know what happens to a message: the contract, the call policy that every
 * call passes, each file that the call is handed on to, the rules of the message itself, and the door of
 * each engine. Functions that only take values and give values back are read on demand.
 */
describe("SendMessage", () => {
  const { stops, unexplained } = followCalls(
    ".",
    stop(`${module}/api/writing-methods.ts`, "sendMessage"),
    bindings,
  );
  const files = new Set([
    "proto/chatter/message/v1/message.proto",
    "src/platform/rpc/call-policy.ts",
    ...stops.map(({ path }) => path),
    `${module}/domain/message.ts`,
    ...doors.values(),
  ]);
  // A retry under a known client id is answered by a read; a mention of everybody, files and a refusal ask a sibling.
  files.delete(`${module}/application/get-message.ts`);
  files.delete(`${module}/infrastructure/messages.ts`);
  files.delete("src/app/contexts.ts");
  const inModule = [...files].filter((file) => file.startsWith(`${module}/`));

  it(`passes at most 10 files: ${[...files].join(", ")}`, () => {
    expect(files.size).toBeLessThanOrEqual(10);
  });

  it("passes at most 6 of them in its module", () => {
    expect(inModule.length).toBeLessThanOrEqual(6);
    expect(inModule).toContain(`${module}/infrastructure/posting.ts`);
  });

  it("waits for nothing that this test does not know", () => {
    expect(unexplained.filter((call) => !doors.has(call))).toEqual([]);
  });
});
