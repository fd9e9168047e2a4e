import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { formText } from "../text/form.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { TextField } from "../ui/text-field.tsx";
import { StrengthHint } from "./strength-hint.tsx";

interface PasswordFieldProps extends Omit<ComponentProps<typeof TextField>, "type" | "end" | "value"> {
  readonly value: string;
  /** For a new password: says how good it is, knowing these words that are guessed first. */
  readonly personal?: readonly string[];
}

/** A password, which can be made visible. */
export function PasswordField({ personal, ...field }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  const isNew = personal !== undefined;
  return (
    <div className="flex flex-col gap-1.5">
      <TextField
        autoComplete={isNew ? "new-password" : "current-password"}
        {...field}
        type={isShown ? "text" : "password"}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        end={
          <IconButton
            label={formText(isShown ? "password.hide" : "password.show")}
            icon={isShown ? <EyeOff size={18} /> : <Eye size={18} />}
            onClick={() => setShown(!isShown)}
          />
        }
      />
      {isNew && (
        <StrengthHint password={field.value} personal={personal} isQuiet={field.error !== undefined} />
      )}
    </div>
  );
}
