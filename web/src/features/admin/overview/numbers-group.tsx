import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { GetOverviewResponse } from "../../../../../gen/chatter/admin/v1/admin_pb.js";
import { numberText } from "../../../settings/amounts.ts";
import { Group } from "../../../settings/section.tsx";
import { adminText as t } from "../../../text/administration.ts";

/** How many people, channels and messages there are. */
export function NumbersGroup({ overview }: { readonly overview: GetOverviewResponse }) {
  const { people, channels, messages } = overview;
  return (
    <Group title={t("numbers.title")}>
      <dl className="grid grid-cols-2 gap-3 pane:grid-cols-4">
        {people && (
          <Figure
            name={
              <Link
                to="/settings/$page"
                params={{ page: "people" }}
                replace
                className="after:absolute after:inset-0 after:rounded-xl"
              >
                {t("numbers.people")}
              </Link>
            }
            figure={people.members + people.guests}
            note={t("numbers.peopleNote", {
              guests: numberText(people.guests),
              deactivated: numberText(people.deactivated),
            })}
          />
        )}
        {channels && (
          <>
            <Figure
              name={t("numbers.channels")}
              figure={channels.public + channels.private}
              note={t("numbers.channelsNote", {
                private: numberText(channels.private),
                archived: numberText(channels.archived),
              })}
            />
            <Figure name={t("numbers.directs")} figure={channels.direct} note={t("numbers.directsNote")} />
          </>
        )}
        {messages && (
          <Figure
            name={t("numbers.messages")}
            figure={messages.messages}
            note={t(messages.estimated ? "numbers.messagesEstimated" : "numbers.messagesExact")}
          />
        )}
      </dl>
    </Group>
  );
}

interface FigureProps {
  readonly name: ReactNode;
  readonly figure: bigint;
  readonly note: string;
}

function Figure({ name, figure, note }: FigureProps) {
  return (
    <div className="relative flex flex-col rounded-xl border border-line bg-raised px-3.5 py-3">
      <dt className="text-[13px] font-semibold text-ink2">{name}</dt>
      <dd className="mt-0.5">
        <span className="block text-[22px] leading-tight font-semibold tabular-nums">
          {numberText(figure)}
        </span>
        <span className="block text-[12px] text-ink3">{note}</span>
      </dd>
    </div>
  );
}
