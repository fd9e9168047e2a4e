import { useMemo } from "react";
import { useOrgName, useUsers } from "../../../store/hooks.ts";
import { adminText as t } from "../../../text/administration.ts";
import type { Names } from "./sentences.ts";
import type { Place } from "./use-places.ts";

/** What the ids that occur in some relationships are called. */
export function useNames(texts: readonly string[], places: readonly Place[]): Names {
  const people = useUsers([...new Set(texts.flatMap((text) => /\busr_\w{27}\b/.exec(text)?.[0] ?? []))]);
  const org = useOrgName();
  return useMemo(() => {
    const channels = new Map(places.map(({ id, name }) => [id, name]));
    return {
      person: (id) => people.get(id)?.name ?? t("thing.person"),
      channel: (id) => channels.get(id) ?? t("thing.channel"),
      org: org === "" ? t("thing.org") : org,
    };
  }, [people, places, org]);
}
