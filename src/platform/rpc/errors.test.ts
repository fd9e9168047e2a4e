import { Code, ConnectError, createContextValues } from "@connectrpc/connect";
import { describe, expect, it } from "vitest";
import { AuthService } from "../../../gen/chatter/auth/v1/auth_pb.js";
import { DomainError, type ErrorKind } from "../../kernel/errors.ts";
import { createLog } from "../log/log.ts";
import { createErrorAnswer } from "./errors.ts";
import { requestInfo } from "./request.ts";

const values = createContextValues().set(requestInfo, {
  requestId: "request-1",
  address: "192.0.2.1",
  userAgent: "",
  host: "localhost",
  secure: false,
});

function setUp(signal = new AbortController().signal) {
  const lines: string[] = [];
  const answerError = createErrorAnswer(createLog({ destination: { write: (line) => lines.push(line) } }));
  const answer = (error: unknown) => answerError(error, { method: AuthService.method.login, signal, values });
  return { answer, lines };
}

const systemError = (code: string, syscall = "connect") =>
  Object.assign(new Error(`${syscall} ${code}`), { code, syscall });

describe("an error", () => {
  it.each<[ErrorKind, Code]>([
    ["invalid", Code.InvalidArgument],
    ["unauthenticated", Code.Unauthenticated],
    ["denied", Code.PermissionDenied],
    ["not_found", Code.NotFound],
    ["conflict", Code.AlreadyExists],
    ["precondition", Code.FailedPrecondition],
    ["exhausted", Code.ResourceExhausted],
    ["unavailable", Code.Unavailable],
  ])("of the kind %s has one code", (kind, code) => {
    expect(setUp().answer(new DomainError(kind, "REASON", "A sentence.")).code).toBe(code);
  });

  it("is found where something was wrapped around it", () => {
    const refusal = new DomainError("denied", "NOT_YOURS", "It is not yours.");
    expect(setUp().answer(new Error("in a transaction", { cause: refusal })).code).toBe(
      Code.PermissionDenied,
    );
  });

  it.each([
    ["a refused connection", systemError("ECONNREFUSED")],
    ["a missing socket", systemError("ENOENT")],
    ["a shutdown of the database", systemError("57P01", "query")],
    ["a lost connection", new Error("Connection terminated unexpectedly")],
    ["a pool without connections", new Error("timeout exceeded when trying to connect")],
    ["a database that hangs", new Error("Query read timeout")],
    ["a statement that took too long", systemError("57014", "query")],
  ])("that is %s is worth another try", (_name, error) => {
    const { answer, lines } = setUp();
    const { code, metadata } = answer(new Error("a query", { cause: error }));
    expect([code, metadata.get("retry-after")]).toEqual([Code.Unavailable, "2"]);
    expect(lines.join("")).toContain('"level":"warn"');
  });

  it.each([
    ["a missing file", systemError("ENOENT", "open")],
    ["a violated constraint", systemError("23505", "query")],
    ["a mistake", new TypeError("x is undefined")],
    ["not even an error", "text"],
    ["what the library calls unknown", new ConnectError("secret", Code.Unknown)],
  ])("that is %s is ours, and its text stays here", (_name, error) => {
    const { answer, lines } = setUp();
    expect(answer(error)).toMatchObject({
      code: Code.Internal,
      rawMessage: expect.stringContaining("request-1"),
    });
    expect(answer(error).rawMessage).not.toContain("secret");
    expect(lines.join("")).toContain('"level":"error"');
  });

  it("of somebody who hung up, or whose time is over, is not logged", () => {
    const controller = new AbortController();
    controller.abort(new ConnectError("too late", Code.DeadlineExceeded));
    const { answer, lines } = setUp(controller.signal);
    expect(answer(new DOMException("aborted", "AbortError")).code).toBe(Code.DeadlineExceeded);
    expect(lines).toEqual([]);
  });

  it("that was answered already is not answered again", () => {
    const { answer, lines } = setUp();
    const answered = answer(new Error("once"));
    expect(answer(answered)).toBe(answered);
    expect(lines).toHaveLength(1);
  });
});
