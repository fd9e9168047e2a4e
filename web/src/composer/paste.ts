import { type Edit, replaceSelection, type TextState } from "./edit.ts";
import { insertLink } from "./format.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";

const address = /^https?:\/\/\S+$/;

/** What pasting makes of the clipboard; undefined leaves it to the browser. */
export function pasteEdit(state: TextState, clipboard: DataTransfer): Edit | undefined {
  const plain = clipboard.getData("text/plain").trim();
  const hasSelection = state.start !== state.end;
  if (hasSelection && address.test(plain)) return insertLink(state, plain);
  const html = clipboard.getData("text/html");
  // A browser's address bar copies a link around the address itself.
  if (html === "" || address.test(plain)) return undefined;
  const markdown = htmlToMarkdown(html);
  return markdown === undefined ? undefined : replaceSelection(state, markdown);
}

/** Files on the clipboard, unless what was copied is text that happens to have a picture too. */
export function pastedFiles(clipboard: DataTransfer): readonly File[] {
  return clipboard.types.includes("text/plain") ? [] : [...clipboard.files];
}
