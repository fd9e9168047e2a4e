import { useMutation } from "@connectrpc/connect-query";
import { useState } from "react";
import { ExportScope, ExportService } from "../../../../../gen/chatter/user/v1/export_pb.js";
import { failureOf } from "../../../api/failure.ts";
import { ChoiceCards } from "../../../forms/choice-cards.tsx";
import { Form } from "../../../forms/form.tsx";
import { Group } from "../../../settings/section.tsx";
import { keepingText as t } from "../../../text/keeping.ts";
import { Button } from "../../../ui/button.tsx";
import { refreshExports } from "./use-exports.ts";

type Scope = "public" | "everything";

const scopes = { public: ExportScope.PUBLIC, everything: ExportScope.EVERYTHING } as const;

export function StartExport() {
  const [scope, setScope] = useState<Scope>("public");
  const { mutate, isPending, error } = useMutation(ExportService.method.startExport, {
    // Refused, because somebody else was faster: then theirs is to be seen.
    onSettled: () => refreshExports(),
  });
  return (
    <Group title={t("export.start")} description={t("export.startHint")}>
      <Form
        label={t("export.start")}
        problem={error === null ? undefined : failureOf(error).text}
        onSubmit={(event) => {
          event.preventDefault();
          mutate({ scope: scopes[scope] });
        }}
        actions={
          <Button type="submit" tone="primary" isBusy={isPending} className="self-start">
            {t("export.submit")}
          </Button>
        }
      >
        <ChoiceCards
          label={t("export.scope")}
          value={scope}
          onChoose={setScope}
          choices={[
            { value: "public", label: t("export.public"), description: t("export.publicHint") },
            { value: "everything", label: t("export.everything"), description: t("export.everythingHint") },
          ]}
          className="pane:grid-cols-2"
        />
      </Form>
    </Group>
  );
}
