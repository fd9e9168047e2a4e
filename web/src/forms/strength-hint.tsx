import { formText } from "../text/form.ts";
import { classNames } from "../ui/class-names.ts";
import { missingCharacters, type PasswordStrength, passwordStrength } from "./password-strength.ts";

interface StrengthHintProps {
  /** The field tells already what is wrong. */
  readonly isQuiet: boolean;
  readonly password: string;
  readonly personal: readonly string[];
}

const steps = 4;
const levels: Readonly<Record<PasswordStrength, number>> = {
  short: 0,
  personal: 1,
  guessable: 1,
  fair: 2,
  good: 3,
  strong: 4,
};

/** How good a new password is, in words and as a bar; the place is kept before anything is typed. */
export function StrengthHint({ password, personal, isQuiet }: StrengthHintProps) {
  const strength = passwordStrength(password, personal);
  const level = levels[strength];
  return (
    <div className="flex flex-col gap-1.5">
      <div aria-hidden className="flex gap-1">
        {Array.from({ length: steps }, (_, step) => (
          <span
            key={step}
            className={classNames(
              "h-1 flex-1 rounded-full transition",
              step < level ? tone(level) : "bg-line",
            )}
          />
        ))}
      </div>
      <p role="status" className="text-[13px] text-ink3 empty:hidden">
        {isQuiet ? null : describe(password, strength)}
      </p>
    </div>
  );
}

function tone(level: number): string {
  if (level === 1) return "bg-mention";
  return level === 2 ? "bg-away" : "bg-ok";
}

function describe(password: string, strength: PasswordStrength): string {
  if (password === "") return formText("password.hint");
  if (strength === "short") return formText("password.missing", { count: missingCharacters(password) });
  return formText(`password.${strength}`);
}
