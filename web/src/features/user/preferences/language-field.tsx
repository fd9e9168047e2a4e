import { SelectField } from "../../../forms/select-field.tsx";
import { languages } from "../../../text/languages.ts";
import { settingsText as t } from "../../../text/settings.ts";

interface LanguageFieldProps {
  /** A tag; empty is the language of the browser. */
  readonly language: string;
  readonly onChoose: (language: string) => void;
}

/** Each language stands here by the name it has for itself, for whoever does not read the one that is spoken. */
export function LanguageField({ language, onChoose }: LanguageFieldProps) {
  const known = Object.entries<string>(languages).map(([value, label]) => ({ value, label }));
  return (
    <SelectField
      label={t("language.title")}
      description={t("language.hint")}
      value={language in languages ? language : ""}
      options={[{ value: "", label: t("language.browser") }, ...known]}
      onChoose={onChoose}
    />
  );
}
