/** Something that can be jumped to or done. */
export interface Choice {
  readonly id: string;
  readonly title: string;
  /** Further words that find it, such as a handle. */
  readonly alias?: string;
  /** How much it is wanted when titles match alike: what is unread or was used lately has more. */
  readonly weight: number;
}

/** What was found, with the letters of its title that were asked for. */
export interface Found<Of extends Choice> {
  readonly choice: Of;
  readonly marks: readonly number[];
}

/** The choices that match what was typed, the best first. Nothing typed: all of them, by weight. */
export function rank<Of extends Choice>(
  choices: readonly Of[],
  query: string,
  most: number,
): readonly Found<Of>[] {
  const wanted = fold(query.trim().replace(/^[@#>]\s*/, ""));
  const scored = choices.flatMap((choice) => {
    const found = wanted === "" ? { score: 0, marks: [] } : bestOf(choice, wanted);
    return found === undefined ? [] : { choice, ...found, total: found.score + choice.weight };
  });
  return scored
    .toSorted((a, b) => b.total - a.total || a.choice.title.length - b.choice.title.length)
    .slice(0, most);
}

interface Match {
  readonly score: number;
  readonly marks: readonly number[];
}

function bestOf({ title, alias }: Choice, wanted: string): Match | undefined {
  const byTitle = match(fold(title), wanted);
  const byAlias = alias === undefined ? undefined : match(fold(alias), wanted);
  // An alias is not on screen as the title is, so its letters are not marked.
  if (byAlias !== undefined && byAlias.score > (byTitle?.score ?? -1))
    return { score: byAlias.score, marks: [] };
  return byTitle;
}

const whole = 120;
const beginning = 100;
const wordBeginning = 80;
const within = 50;
const scattered = 20;

/** How well a title fits: all of it, its beginning, that of a word, a part, or the letters in their order. */
function match(title: string, wanted: string): Match | undefined {
  const place = placeIn(title, wanted);
  if (place >= 0) {
    const marks = Array.from({ length: wanted.length }, (_, index) => place + index);
    return { score: scoreAt(title, wanted, place), marks };
  }
  const marks = lettersIn(title, wanted);
  return marks === undefined ? undefined : { score: scattered - spread(marks), marks };
}

/** The beginning of a word counts for more than an earlier place within one. */
function placeIn(title: string, wanted: string): number {
  for (let at = title.indexOf(wanted); at >= 0; at = title.indexOf(wanted, at + 1)) {
    if (beginsWord(title, at)) return at;
  }
  return title.indexOf(wanted);
}

function scoreAt(title: string, wanted: string, place: number): number {
  if (title === wanted) return whole;
  if (place === 0) return beginning;
  return beginsWord(title, place) ? wordBeginning : within;
}

/** Each letter at the first place where it can be, the beginnings of words before all; "dr" finds Design Review. */
function lettersIn(title: string, wanted: string): readonly number[] | undefined {
  const marks: number[] = [];
  let from = 0;
  for (const letter of wanted) {
    if (letter === " ") continue;
    const at = nextBeginning(title, letter, from) ?? title.indexOf(letter, from);
    if (at < 0) return greedy(title, wanted);
    marks.push(at);
    from = at + 1;
  }
  return marks;
}

function greedy(title: string, wanted: string): readonly number[] | undefined {
  const marks: number[] = [];
  for (const letter of wanted.replaceAll(" ", "")) {
    const at = title.indexOf(letter, (marks.at(-1) ?? -1) + 1);
    if (at < 0) return undefined;
    marks.push(at);
  }
  return marks;
}

function nextBeginning(title: string, letter: string, from: number): number | undefined {
  for (let at = title.indexOf(letter, from); at >= 0; at = title.indexOf(letter, at + 1)) {
    if (beginsWord(title, at)) return at;
  }
  return undefined;
}

function beginsWord(title: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(title[at - 1] ?? "");
}

/** Letters far apart fit badly. */
function spread(marks: readonly number[]): number {
  return Math.min(scattered - 1, (marks.at(-1) ?? 0) - (marks[0] ?? 0) - marks.length + 1);
}

/** Without case and accents, and as long as it was, so that places stay places: "Tomás" is found by "tomas". */
function fold(text: string): string {
  return Array.from(text, (char) => {
    const plain = char.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return plain.length === char.length ? plain : char;
  }).join("");
}
