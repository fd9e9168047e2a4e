import { useState } from "react";
import { SelectField } from "../../../forms/select-field.tsx";
import { Group } from "../../../settings/section.tsx";
import { useSession } from "../../../store/hooks.ts";
import type { User } from "../../../store/people/user.ts";
import { adminText as t } from "../../../text/administration.ts";
import { Answer } from "./answer.tsx";
import { PersonPicker, PlacePicker } from "./pickers.tsx";
import { isAboutChannel, permissionOf, type Question, questions, questionText } from "./questions.ts";
import type { Place } from "./use-places.ts";

const options = questions.map((value) => ({ value, label: questionText(value) }));

/** Asks why somebody may do something; the answer stands below as soon as all is said. */
export function QuestionGroup({ places }: { readonly places: readonly Place[] }) {
  const session = useSession();
  const [user, setUser] = useState<User>();
  const [question, setQuestion] = useState<Question>("channel.send_message");
  const [place, setPlace] = useState<Place>();
  const orgId = session.phase === "signed-in" ? session.account.orgId : "";
  const aboutChannel = isAboutChannel(question);
  const resource = aboutChannel ? place && `channel:${place.id}` : `org:${orgId}`;
  return (
    <Group title={t("rights.question")}>
      <div className="grid grid-cols-1 gap-4 pane:grid-cols-2">
        <PersonPicker label={t("rights.who")} chosen={user} onChoose={setUser} />
        <SelectField label={t("rights.what")} value={question} options={options} onChoose={setQuestion} />
        {aboutChannel && (
          <PlacePicker
            label={t("rights.where")}
            description={t("rights.whereHint")}
            places={places}
            chosen={place}
            onChoose={setPlace}
          />
        )}
      </div>
      {user === undefined || resource === undefined ? (
        <p className="text-ink2">{t(aboutChannel ? "rights.pick" : "rights.pickPerson")}</p>
      ) : (
        <Answer
          user={user}
          question={question}
          asked={{ userId: user.id, resource, permission: permissionOf(question) }}
          places={places}
        />
      )}
    </Group>
  );
}
