/** As much of OpenAPI 3.1 as our generator writes and the page shows. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly tags: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, { readonly post: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface Operation {
  readonly tags: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  /** Empty: for everybody. */
  readonly security?: readonly unknown[];
  readonly requestBody: { readonly content: Content };
  readonly responses: { readonly "200": { readonly content: Content } };
  readonly "x-stream"?: boolean;
  readonly "x-reads-only"?: boolean;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly enum?: readonly (string | number)[];
  readonly format?: string;
  readonly [rule: string]: unknown;
}

const REF = "#/components/schemas/";

/** The name of the schema that is referred to. */
export function findReference({ $ref }: Schema): string | undefined {
  return $ref?.startsWith(REF) ? $ref.slice(REF.length) : undefined;
}

/** Every operation is a POST of JSON, or of a stream of it: there is one kind of content. */
export function schemaOf(content: Content): Schema {
  return Object.values(content)[0]?.schema ?? {};
}
