import { useInfiniteQuery } from "@connectrpc/connect-query";
import { ScrollText } from "lucide-react";
import { useState } from "react";
import {
  OversightService,
  type RelationshipChange,
} from "../../../../../gen/chatter/auth/v1/oversight_pb.js";
import { pageByPage } from "../../../api/page-by-page.ts";
import { Loaded } from "../../../settings/loaded.tsx";
import { Moment } from "../../../settings/moment.tsx";
import { MoreButton } from "../../../settings/more-button.tsx";
import { Row, Rows, Tag } from "../../../settings/rows.tsx";
import { Group } from "../../../settings/section.tsx";
import type { User } from "../../../store/people/user.ts";
import { adminText as t } from "../../../text/administration.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { PersonName } from "../person-name.tsx";
import { PersonPicker, PlacePicker } from "./pickers.tsx";
import { type Names, sentenceOf } from "./sentences.ts";
import { useNames } from "./use-names.ts";
import type { Place } from "./use-places.ts";

const pageSize = 50;

/** Who gave or took which right, of everybody and everything or of some. */
export function ChangesGroup({ places }: { readonly places: readonly Place[] }) {
  const [user, setUser] = useState<User>();
  const [place, setPlace] = useState<Place>();
  const query = useInfiniteQuery(
    OversightService.method.listRelationshipChanges,
    {
      userId: user?.id ?? "",
      resource: place === undefined ? "" : `channel:${place.id}`,
      pageSize,
      pageToken: "",
    },
    pageByPage,
  );
  const changes = query.data?.pages.flatMap((page) => page.changes) ?? [];
  const names = useNames(
    changes.flatMap(({ relationship }) => relationship?.subject ?? []),
    places,
  );
  return (
    <Group title={t("rights.changes")} description={t("rights.changesHint")}>
      <div className="grid grid-cols-1 gap-4 pane:grid-cols-2">
        <PersonPicker
          label={t("rights.who")}
          placeholder={t("rights.anybody")}
          chosen={user}
          onChoose={setUser}
        />
        <PlacePicker
          label={t("rights.where")}
          placeholder={t("rights.anywhere")}
          places={places}
          chosen={place}
          onChoose={setPlace}
        />
      </div>
      <Loaded query={query}>
        {() =>
          changes.length === 0 ? (
            <EmptyState icon={<ScrollText size={24} />} title={t("rights.noChanges")}>
              {t("rights.noChangesHint")}
            </EmptyState>
          ) : (
            <Rows label={t("rights.changes")}>
              {changes.map((change, index) => (
                // Nothing is inserted between changes that are shown, and the same may happen twice at once.
                // biome-ignore lint/suspicious/noArrayIndexKey: for that reason.
                <ChangeRow key={index} change={change} names={names} />
              ))}
            </Rows>
          )
        }
      </Loaded>
      <MoreButton query={query} />
    </Group>
  );
}

function ChangeRow({ change, names }: { readonly change: RelationshipChange; readonly names: Names }) {
  const { relationship, removed, changedBy, changedAt } = change;
  if (relationship === undefined) return null;
  return (
    <Row
      title={sentenceOf(relationship, removed ? "not" : "is", names)}
      actions={removed ? <Tag tone="quiet">{t("rights.taken")}</Tag> : <Tag>{t("rights.given")}</Tag>}
    >
      {changedBy === "" ? t("rights.byItself") : <PersonName id={changedBy} />} · <Moment at={changedAt} />
    </Row>
  );
}
