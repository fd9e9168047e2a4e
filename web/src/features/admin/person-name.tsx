import { useUser } from "../../store/hooks.ts";
import { adminText as t } from "../../text/administration.ts";

/** What somebody is called, by their id. */
export function PersonName({ id }: { readonly id: string }) {
  return useUser(id)?.name ?? t("thing.person");
}
