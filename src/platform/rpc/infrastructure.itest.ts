import { fromBinary } from "@bufbuild/protobuf";
import { FileDescriptorProtoSchema } from "@bufbuild/protobuf/wkt";
import { createClient } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { describe, expect, it } from "vitest";
import {
  Health,
  HealthCheckResponse_ServingStatus as Status,
} from "../../../gen/grpc/health/v1/health_pb.js";
import {
  ServerReflection,
  type ServerReflectionRequest,
} from "../../../gen/grpc/reflection/v1/reflection_pb.js";
import { ServerReflection as Alpha } from "../../../gen/grpc/reflection/v1alpha/reflection_pb.js";
import type { HttpServerOptions } from "../http/server.ts";
import { refusalOf, serveAuth } from "./testing/serve-auth.ts";

type Question = ServerReflectionRequest["messageRequest"];

async function start(options: Partial<HttpServerOptions> = {}) {
  const served = await serveAuth({}, options);
  return { ...served, transport: createGrpcTransport({ baseUrl: served.url }) };
}

describe("reflection", () => {
  async function ask(
    messageRequest: Question,
    service: typeof ServerReflection | typeof Alpha = ServerReflection,
  ) {
    const { transport } = await start();
    const client = createClient(service as typeof ServerReflection, transport);
    const requests = async function* () {
      yield { messageRequest };
    };
    for await (const { messageResponse } of client.serverReflectionInfo(requests())) return messageResponse;
    throw new Error("no answer");
  }

  async function filesFor(question: Question) {
    const answer = await ask(question);
    if (answer.case !== "fileDescriptorResponse") throw new Error(`answered ${answer.case}`);
    const files = answer.value.fileDescriptorProto;
    return files.map((bytes) => fromBinary(FileDescriptorProtoSchema, bytes).name);
  }

  it.each([ServerReflection, Alpha])("lists what is served, in both versions", async (version) => {
    const answer = await ask({ case: "listServices", value: "" }, version);
    const services = answer.case === "listServicesResponse" ? answer.value.service : [];
    expect(services.map(({ name }) => name)).toEqual([
      "chatter.auth.v1.AuthService",
      "grpc.health.v1.Health",
      "grpc.reflection.v1.ServerReflection",
      "grpc.reflection.v1alpha.ServerReflection",
    ]);
  });

  it.each([
    "chatter.auth.v1.AuthService",
    "chatter.auth.v1.AuthService.Login",
    "chatter.auth.v1.LoginRequest",
    "chatter.auth.v1.LoginRequest.email",
    "chatter.auth.v1.Role",
  ])("finds the file of %s, with all that it needs", async (value) => {
    const files = await filesFor({ case: "fileContainingSymbol", value });
    expect(files).toContain("chatter/auth/v1/auth.proto");
    expect(files).toContain("buf/validate/validate.proto");
    expect(files).toContain("google/protobuf/descriptor.proto");
  });

  it("finds files by name, and extensions by what they extend", async () => {
    const options = "google.protobuf.MethodOptions";
    const byName = await filesFor({ case: "fileByFilename", value: "chatter/options/v1/access.proto" });
    expect(byName[0]).toBe("chatter/options/v1/access.proto");
    const value = {
      $typeName: "grpc.reflection.v1.ExtensionRequest" as const,
      containingType: options,
      extensionNumber: 50710,
    };
    expect((await filesFor({ case: "fileContainingExtension", value }))[0]).toBe(
      "chatter/options/v1/access.proto",
    );
    expect(await ask({ case: "allExtensionNumbersOfType", value: options })).toMatchObject({
      case: "allExtensionNumbersResponse",
      value: { extensionNumber: [50710] },
    });
  });

  it("says what it does not know", async () => {
    expect(await ask({ case: "fileContainingSymbol", value: "nothing.Known" })).toMatchObject({
      case: "errorResponse",
      value: { errorCode: 5 },
    });
    expect(await ask({ case: undefined })).toMatchObject({ case: "errorResponse", value: { errorCode: 3 } });
  });
});

describe("health", () => {
  const broken = { readiness: { database: () => Promise.reject(new Error("away")) } };

  it("is told for the server and for each of its services", async () => {
    const { transport } = await start();
    const client = createClient(Health, transport);
    expect((await client.check({})).status).toBe(Status.SERVING);
    expect((await client.check({ service: "chatter.auth.v1.AuthService" })).status).toBe(Status.SERVING);
    expect(Object.keys((await client.list({})).statuses)).toContain("chatter.auth.v1.AuthService");
    expect(await refusalOf(client.check({ service: "nothing.Known" }))).toMatchObject({ code: "NotFound" });
  });

  it("is bad while something is not ready", async () => {
    const { transport, url } = await start(broken);
    expect((await createClient(Health, transport).check({})).status).toBe(Status.NOT_SERVING);
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([503, { ready: false, failing: ["database"] }]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it("can be watched until the server goes away", async () => {
    const { transport, server } = await start();
    const watch = createClient(Health, transport).watch({})[Symbol.asyncIterator]();
    expect((await watch.next()).value).toMatchObject({ status: Status.SERVING });
    const [refusal] = await Promise.all([refusalOf(watch.next()), server.close(5_000)]);
    expect(refusal.code).toBe("Unavailable");
  });
});
