import { type AnyDesc, createRegistry, type DescFile, type Registry, toBinary } from "@bufbuild/protobuf";
import { FileDescriptorProtoSchema } from "@bufbuild/protobuf/wkt";
import { Code, type ConnectRouter } from "@connectrpc/connect";
import { ErrorDetailSchema } from "../../../gen/chatter/options/v1/error_pb.js";
import {
  ServerReflection,
  type ServerReflectionRequest,
} from "../../../gen/grpc/reflection/v1/reflection_pb.js";
import {
  ServerReflection as ServerReflectionAlpha,
  type ServerReflectionRequest as ServerReflectionRequestAlpha,
} from "../../../gen/grpc/reflection/v1alpha/reflection_pb.js";

type Question = ServerReflectionRequest["messageRequest"] | ServerReflectionRequestAlpha["messageRequest"];
type Answer =
  | { case: "listServicesResponse"; value: { service: { name: string }[] } }
  | { case: "fileDescriptorResponse"; value: { fileDescriptorProto: Uint8Array[] } }
  | { case: "allExtensionNumbersResponse"; value: { baseTypeName: string; extensionNumber: number[] } }
  | { case: "errorResponse"; value: { errorCode: Code; errorMessage: string } };

interface Contract {
  readonly services: readonly string[];
  readonly files: ReadonlyMap<string, DescFile>;
  readonly types: Registry;
}

/** Tells grpcurl, Postman and others what this router serves when it is asked for the first time. */
export function addReflection(router: ConnectRouter): void {
  let contract: Contract | undefined;
  const answer = (question: Question) => {
    contract ??= contractOf(router);
    return respond(contract, question);
  };
  router.service(ServerReflection, {
    async *serverReflectionInfo(requests) {
      for await (const request of requests)
        yield { originalRequest: request, messageResponse: answer(request.messageRequest) };
    },
  });
  router.service(ServerReflectionAlpha, {
    async *serverReflectionInfo(requests) {
      for await (const request of requests)
        yield { originalRequest: request, messageResponse: answer(request.messageRequest) };
    },
  });
}

function contractOf(router: ConnectRouter): Contract {
  const services = new Set(router.handlers.map(({ service }) => service));
  const files = new Map<string, DescFile>();
  for (const { file } of services) collect(file, files);
  // No method mentions it, but every one may answer it.
  collect(ErrorDetailSchema.file, files);
  return {
    services: [...services].map(({ typeName }) => typeName),
    files,
    types: createRegistry(...files.values()),
  };
}

function collect(file: DescFile, files: Map<string, DescFile>): void {
  if (files.has(file.proto.name)) return;
  files.set(file.proto.name, file);
  for (const dependency of file.dependencies) collect(dependency, files);
}

function respond(contract: Contract, question: Question): Answer {
  switch (question.case) {
    case "listServices":
      return {
        case: "listServicesResponse",
        value: { service: contract.services.map((name) => ({ name })) },
      };
    case "fileByFilename":
      return fileAnswer(contract.files.get(question.value));
    case "fileContainingSymbol":
      return fileAnswer(findSymbol(contract.types, question.value));
    case "fileContainingExtension": {
      const { containingType, extensionNumber } = question.value;
      return fileAnswer(extensionsOf(contract, containingType).find(isNumber(extensionNumber))?.file);
    }
    case "allExtensionNumbersOfType": {
      const extensionNumber = extensionsOf(contract, question.value).map(({ number }) => number);
      return {
        case: "allExtensionNumbersResponse",
        value: { baseTypeName: question.value, extensionNumber },
      };
    }
    default:
      return refusal(Code.InvalidArgument, "nothing was asked");
  }
}

function fileAnswer(file: DescFile | undefined): Answer {
  if (file === undefined) return refusal(Code.NotFound, "not known here");
  const withDependencies = new Map<string, DescFile>();
  collect(file, withDependencies);
  const fileDescriptorProto = [...withDependencies.values()].map(({ proto }) =>
    toBinary(FileDescriptorProtoSchema, proto),
  );
  return { case: "fileDescriptorResponse", value: { fileDescriptorProto } };
}

/** Methods, fields and enum values are known by the type that they stand in. */
function findSymbol(types: Registry, symbol: string): DescFile | undefined {
  const found: AnyDesc | undefined =
    types.get(symbol) ?? types.get(symbol.slice(0, Math.max(symbol.lastIndexOf("."), 0)));
  return found !== undefined && "file" in found ? found.file : undefined;
}

function extensionsOf({ types }: Contract, typeName: string) {
  return [...types]
    .filter((type) => type.kind === "extension")
    .filter(({ extendee }) => extendee.typeName === typeName);
}

function isNumber(wanted: number) {
  return ({ number }: { readonly number: number }) => number === wanted;
}

function refusal(errorCode: Code, errorMessage: string): Answer {
  return { case: "errorResponse", value: { errorCode, errorMessage } };
}
