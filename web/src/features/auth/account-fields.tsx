import { PasswordField } from "../../forms/password-field.tsx";
import type { FormState } from "../../forms/use-form.ts";
import { entryText as t } from "../../text/entry.ts";
import { TextField } from "../../ui/text-field.tsx";

/** What every new account is made of. */
export interface NewAccount extends Record<string, string> {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

interface AccountFieldsProps {
  readonly form: FormState<NewAccount>;
  /** The address is that of the invitation and no other. */
  readonly isEmailFixed?: boolean;
  readonly autoFocus?: boolean;
}

export function AccountFields({ form, isEmailFixed = false, autoFocus = false }: AccountFieldsProps) {
  const { name, email } = form.values;
  return (
    <>
      <TextField
        {...form.field("name")}
        label={t("entry.name")}
        autoComplete="name"
        maxLength={80}
        autoFocus={autoFocus}
        required
      />
      <TextField
        {...form.field("email")}
        label={t("entry.email")}
        type="email"
        inputMode="email"
        autoComplete="username"
        maxLength={254}
        readOnly={isEmailFixed}
        {...(isEmailFixed && { description: t("entry.emailFixed") })}
        required
      />
      <PasswordField
        {...form.field("password")}
        label={t("entry.password")}
        personal={[name, email, email.split("@")[0] ?? ""]}
        required
      />
    </>
  );
}
