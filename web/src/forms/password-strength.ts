/** What can be said about a password while it is being typed; the server has the last word. */
export type PasswordStrength = "short" | "personal" | "guessable" | "fair" | "good" | "strong";

const shortestPassword = 10;

const fewestDifferent = 4;
const runs = ["abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "01234567890"];
const favourites = ["password", "passwort", "letmein", "welcome", "iloveyou", "admin", "login", "chatter"];

/** How long a password seems to somebody who guesses: what is predictable counts as one character. */
export function passwordStrength(password: string, personal: readonly string[] = []): PasswordStrength {
  const characters = Array.from(password.normalize("NFC"));
  if (characters.length < shortestPassword) return "short";
  const essence = fold(password);
  if (personal.map(fold).includes(essence)) return "personal";
  if (new Set(characters).size < fewestDifferent) return "guessable";
  const effective = effectiveLength(essence, personal) + (characters.length > essence.length ? 1 : 0);
  const variety = new Set(characters.map(kindOf)).size;
  const score = effective + variety - 1;
  if (score < 10) return "guessable";
  if (score < 13) return "fair";
  return score < 18 ? "good" : "strong";
}

/** How many characters a new password lacks. */
export function missingCharacters(password: string): number {
  return Math.max(0, shortestPassword - Array.from(password.normalize("NFC")).length);
}

function effectiveLength(essence: string, personal: readonly string[]): number {
  const known = [...favourites, ...personal.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u).map(fold))];
  const rest = known
    .filter((word) => word.length > 2)
    .reduce((text, word) => text.replaceAll(word, "*"), essence);
  const isRun = Array.from(rest).map((char, at, all) => follows(all[at - 1], char));
  // Two neighbours happen by chance, three do not.
  return isRun.filter((continues, at) => !(continues && isRun[at - 1])).length;
}

/** Whether a character repeats the one before it, or is its neighbour in the alphabet or on the keyboard. */
function follows(before: string | undefined, char: string): boolean {
  if (before === undefined) return false;
  return before === char || runs.some((run) => run.includes(before + char) || run.includes(char + before));
}

function kindOf(char: string): string {
  if (/\p{Lu}/u.test(char)) return "upper";
  if (/\p{L}/u.test(char)) return "lower";
  return /\p{N}/u.test(char) ? "digit" : "sign";
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
}
