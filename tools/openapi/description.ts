import type { AnyDesc, DescFile } from "@bufbuild/protobuf";
import { getComments } from "@bufbuild/protoplugin";

/** The comment above a declaration, as one text; lines that belong to one paragraph are joined. */
export function descriptionOf(element: Exclude<AnyDesc, DescFile>): { description?: string } {
  const { leading, trailing } = getComments(element);
  const paragraphs = [leading, trailing]
    .flatMap((comment) => comment?.replace(/^ *buf:lint:.*$/gm, "").split(/\n\s*\n/) ?? [])
    .map((paragraph) => paragraph.trim().replace(/\s*\n\s*/g, " "))
    .filter((paragraph) => paragraph !== "");
  return paragraphs.length === 0 ? {} : { description: paragraphs.join("\n\n") };
}

/** The first sentence, for lists. */
export function summaryOf(element: Exclude<AnyDesc, DescFile>): { summary?: string } {
  const sentence = /^[^]*?[.!?](?=\s|$)/.exec(descriptionOf(element).description ?? "")?.[0];
  return sentence === undefined ? {} : { summary: sentence };
}
