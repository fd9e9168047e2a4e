import { Group } from "../../../settings/section.tsx";
import { SignInList } from "../../../settings/sign-ins/sign-in-list.tsx";
import { signInText as t } from "../../../text/sign-ins.ts";

/** Who came in to one's own account or tried to. */
export function SignInsGroup() {
  return (
    <Group title={t("title")} description={t("description")}>
      <SignInList label={t("title")} pageSize={10} />
    </Group>
  );
}
