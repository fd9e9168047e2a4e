import { Section } from "../../../settings/section.tsx";
import { adminText as t } from "../../../text/administration.ts";
import { ChangesGroup } from "./changes-group.tsx";
import { QuestionGroup } from "./question-group.tsx";
import { usePlaces } from "./use-places.ts";

/** Why somebody may do something or may not, and who changed whose rights. */
export function RightsSection() {
  const places = usePlaces();
  return (
    <Section title={t("rights.title")} lead={t("rights.lead")}>
      <QuestionGroup places={places} />
      <ChangesGroup places={places} />
    </Section>
  );
}
