import type { Document } from "./nodes.ts";
import { parse } from "./parse.ts";

const limit = 2_000;
const documents = new Map<string, Document>();

/** `parse`, remembered by message and revision: a scrolled list meets the same messages again and again. */
export function parseRevision(messageId: string, revision: string | number, source: string): Document {
  const key = `${messageId}:${revision}`;
  const known = documents.get(key);
  if (known !== undefined) {
    // Moving it to the end makes the first key the one longest unused.
    documents.delete(key);
    documents.set(key, known);
    return known;
  }
  const document = parse(source);
  documents.set(key, document);
  const oldest = documents.keys().next();
  if (documents.size > limit && !oldest.done) documents.delete(oldest.value);
  return document;
}
