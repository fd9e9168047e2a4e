import type { Told } from "../src/notices/told.ts";

/** What the server tells by a push. */
export type Pushed =
  /** With the conversations that were read elsewhere since. */
  | (Told & { readonly kind: "notification"; readonly read: readonly string[] })
  | { readonly kind: "test"; readonly language: string };

type Fields = Readonly<Record<string, unknown>>;

/** Undefined for what a newer server may say and this worker does not know. */
export function readPush(text: string): Pushed | undefined {
  const fields = fieldsOf(text);
  switch (fields["kind"]) {
    case "notification":
      return {
        kind: "notification",
        ...toldIn(fields),
        read: textsIn(fields["read"]),
      };
    case "test":
      return { kind: "test", language: textIn(fields["language"]) };
    default:
      return undefined;
  }
}

function toldIn(fields: Fields): Told {
  return {
    id: textIn(fields["id"]),
    tag: textIn(fields["tag"]),
    cause: textIn(fields["cause"]),
    author: textIn(fields["author"]),
    channel: textIn(fields["channel"]),
    isReply: fields["isReply"] === true,
    text: textIn(fields["text"]),
    link: placeIn(fields["link"]),
    at: Number(fields["at"]),
    language: textIn(fields["language"]),
  };
}

function fieldsOf(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    // Nobody but our server can encrypt for this device, so it is of another version at most.
    return {};
  }
}

const textIn = (value: unknown): string => (typeof value === "string" ? value : "");
const textsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(textIn) : []);
/** A place in the client, and nowhere else. */
const placeIn = (value: unknown): string => (/^\/(?!\/)/.test(textIn(value)) ? textIn(value) : "/");
