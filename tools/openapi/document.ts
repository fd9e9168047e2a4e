import type { DescEnum, DescFile, DescMessage, DescService } from "@bufbuild/protobuf";
import { descriptionOf } from "./description.ts";
import type { JsonSchema } from "./json-schema.ts";
import { enumSchema, messageSchema } from "./message-schema.ts";
import { operationFor, pathOf } from "./operation.ts";
import { sharedComponents } from "./shared-components.ts";
import { wellKnownSchemas } from "./well-known.ts";

export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: JsonSchema;
  readonly servers: readonly JsonSchema[];
  readonly security: readonly JsonSchema[];
  readonly tags: readonly JsonSchema[];
  readonly paths: Readonly<Record<string, { readonly post: JsonSchema }>>;
  readonly components: JsonSchema & { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

/** The OpenAPI 3.1 document of every service in the files. The same files always give the same document. */
export function openApiDocument(files: readonly DescFile[], version: string): OpenApiDocument {
  const services = files.flatMap((file) => file.services).toSorted(byTypeName);
  const operations = services.flatMap((service) =>
    service.methods.map(
      (method) => [pathOf(service, method), { post: operationFor(service, method) }] as const,
    ),
  );
  const schemas = reachableTypes(services)
    .toSorted(byTypeName)
    .map((type) => [type.typeName, type.kind === "enum" ? enumSchema(type) : messageSchema(type)] as const);
  return {
    openapi: "3.1.0",
    info: { title: "Chatter", version, description: introduction },
    servers: [{ url: "/" }],
    security: [{ bearer: [] }, { session: [] }],
    tags: services.map((service) => ({ name: service.typeName, ...descriptionOf(service) })),
    paths: Object.fromEntries(operations),
    components: {
      ...sharedComponents,
      schemas: { ...sharedComponents.schemas, ...Object.fromEntries(schemas) },
    },
  };
}

const introduction = [
  "Every method is a POST with a JSON object. The same addresses speak Connect, gRPC and gRPC-web, and the",
  "same messages may be sent as binary Protobuf. A property that has its default value (an empty text, zero,",
  "false, an empty list) may be left out, and is left out of answers.",
].join(" ");

function reachableTypes(services: readonly DescService[]): (DescMessage | DescEnum)[] {
  const found = new Map<string, DescMessage | DescEnum>();
  const visit = (type: DescMessage | DescEnum | undefined) => {
    if (type === undefined || found.has(type.typeName) || type.typeName in wellKnownSchemas) return;
    found.set(type.typeName, type);
    if (type.kind === "message") for (const field of type.fields) visit(field.message ?? field.enum);
  };
  for (const { input, output } of services.flatMap((service) => service.methods)) {
    visit(input);
    visit(output);
  }
  return [...found.values()];
}

function byTypeName(one: { readonly typeName: string }, other: { readonly typeName: string }): number {
  return one.typeName < other.typeName ? -1 : 1;
}
