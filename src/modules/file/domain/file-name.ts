const LONGEST_NAME = 200;
// Control characters, and those that turn the direction of what follows: "exe.gnp" must not read as "png.exe".
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const FOLDERS = /^.*[/\\]/s;

/** The name under which a file is shown and saved: the last part of a path, one line, never empty. */
export function fileNameOf(given: string): string {
  const name = given.replace(FOLDERS, "").replaceAll(INVISIBLE, "").trim().toWellFormed();
  const safe = /^\.*$/.test(name) ? "file" : name;
  return shortened(safe);
}

/** Cuts before the ending, which tells what opens it. */
function shortened(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= LONGEST_NAME) return name;
  const [ending = ""] = /\.[^.]{1,16}$/.exec(name) ?? [];
  return characters.slice(0, LONGEST_NAME - Array.from(ending).length).join("") + ending;
}
