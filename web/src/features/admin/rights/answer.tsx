import { useQuery } from "@connectrpc/connect-query";
import { Check, X } from "lucide-react";
import type { ReactNode } from "react";
import {
  type ExplainPermissionResponse,
  OversightService,
  type Relationship,
} from "../../../../../gen/chatter/auth/v1/oversight_pb.js";
import { Loaded } from "../../../settings/loaded.tsx";
import type { User } from "../../../store/people/user.ts";
import { adminText as t } from "../../../text/administration.ts";
import { classNames } from "../../../ui/class-names.ts";
import { deedText, type Question } from "./questions.ts";
import { type Mood, type Names, sentenceOf } from "./sentences.ts";
import { useNames } from "./use-names.ts";
import type { Place } from "./use-places.ts";

interface AnswerProps {
  readonly user: User;
  readonly question: Question;
  readonly asked: { readonly userId: string; readonly resource: string; readonly permission: string };
  readonly places: readonly Place[];
}

/** Whether somebody may do something, and by which relationships. */
export function Answer({ user, question, asked, places }: AnswerProps) {
  const query = useQuery(OversightService.method.explainPermission, asked, { staleTime: 0 });
  const { grantedBy = [], missing = [], deniedBy = [] } = query.data ?? {};
  const told = [...grantedBy, ...missing, ...deniedBy].flatMap(({ resource, subject }) => [
    resource,
    subject,
  ]);
  const names = useNames(told, places);
  const [type = "", id = ""] = asked.resource.split(":");
  const where = type === "org" ? names.org : names.channel(id);
  return (
    <section
      aria-label={t("rights.answer")}
      aria-live="polite"
      className="rounded-xl border border-line bg-raised p-4"
    >
      <Loaded query={query}>
        {(explanation) => (
          <div className="flex flex-col gap-3">
            <p className="flex items-start gap-2.5 text-[16px] font-semibold">
              <Sign isYes={explanation.permitted} />
              {t(explanation.permitted ? "rights.yes" : "rights.no", {
                who: user.name,
                deed: deedText(question, where),
              })}
            </p>
            <Reasons explanation={explanation} names={names} />
          </div>
        )}
      </Loaded>
    </section>
  );
}

function Sign({ isYes }: { readonly isYes: boolean }) {
  const Icon = isYes ? Check : X;
  return (
    <span
      aria-hidden
      className={classNames(
        "mt-0.5 grid size-5 flex-none place-items-center rounded-full",
        isYes ? "bg-accent text-accent-ink" : "bg-mention text-bg",
      )}
    >
      <Icon size={14} strokeWidth={3} />
    </span>
  );
}

interface ReasonsProps {
  readonly explanation: ExplainPermissionResponse;
  readonly names: Names;
}

function Reasons({ explanation: { permitted, grantedBy, missing, deniedBy }, names }: ReasonsProps) {
  if (permitted) {
    return (
      <Reason title={t("rights.because")}>
        <Chain relationships={grantedBy} names={names} />
      </Reason>
    );
  }
  return (
    <>
      {deniedBy.length > 0 && (
        <Reason title={t("rights.against")}>
          <List relationships={deniedBy} mood="is" names={names} />
        </Reason>
      )}
      {missing.length > 0 && (
        <Reason title={t("rights.missing")}>
          <List relationships={missing} mood="would" names={names} />
        </Reason>
      )}
      {deniedBy.length + missing.length === 0 && <p className="text-ink2">{t("rights.neverPossible")}</p>}
    </>
  );
}

function Reason({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="ps-7.5">
      <h3 className="pb-1 text-[13px] font-semibold text-ink2">{title}</h3>
      {children}
    </div>
  );
}

/** One relationship leads to the next, from the place to the person. */
function Chain({
  relationships,
  names,
}: {
  readonly relationships: readonly Relationship[];
  readonly names: Names;
}) {
  const [first, ...others] = relationships;
  if (first === undefined) return null;
  return (
    <ul>
      <li>
        {sentenceOf(first, "is", names)}
        {others.length > 0 && (
          <div className="ms-1.5 border-s-2 border-line ps-3.5 pt-1">
            <Chain relationships={others} names={names} />
          </div>
        )}
      </li>
    </ul>
  );
}

interface ListProps {
  readonly relationships: readonly Relationship[];
  readonly mood: Mood;
  readonly names: Names;
}

function List({ relationships, mood, names }: ListProps) {
  return (
    <ul className="flex list-disc flex-col gap-1 ps-4 marker:text-ink3">
      {relationships.map((relationship) => (
        <li key={`${relationship.resource} ${relationship.relation} ${relationship.subject}`}>
          {sentenceOf(relationship, mood, names)}
        </li>
      ))}
    </ul>
  );
}
