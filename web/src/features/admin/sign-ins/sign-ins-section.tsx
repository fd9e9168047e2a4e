import { Section } from "../../../settings/section.tsx";
import { SignInList } from "../../../settings/sign-ins/sign-in-list.tsx";
import { signInText as t } from "../../../text/sign-ins.ts";
import { PersonName } from "../person-name.tsx";

/** Who came in or tried to, of everybody. */
export function SignInsSection() {
  return (
    <Section title={t("all.title")} lead={t("all.lead")}>
      <div className="flex flex-col gap-4">
        <SignInList label={t("all.title")} everybody pageSize={50} renderName={renderName} />
      </div>
    </Section>
  );
}

const renderName = (userId: string) => <PersonName id={userId} />;
