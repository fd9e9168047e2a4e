import { useUser } from "../../store/hooks.ts";
import { adminText as t } from "../../text/administration.ts";

// Whoever did it at the server's own machine; as src/kernel/actor.ts has it.
export const OPERATOR = `usr_${"0".repeat(27)}`;

/** What somebody is called, by their id. */
export function PersonName({ id }: { readonly id: string }) {
  const user = useUser(id);
  return id === OPERATOR ? t("thing.operator") : (user?.name ?? t("thing.person"));
}
