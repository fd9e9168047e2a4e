import { Loaded } from "../../../settings/loaded.tsx";
import { Rows } from "../../../settings/rows.tsx";
import { Group, Section } from "../../../settings/section.tsx";
import { SmallButton } from "../../../settings/small-button.tsx";
import { keepingText as t } from "../../../text/keeping.ts";
import { ExportRow } from "./export-row.tsx";
import { StartExport } from "./start-export.tsx";
import { useExports } from "./use-exports.ts";

/** Where an owner takes the organisation along, and sees who did. */
export function ExportSection() {
  const query = useExports();
  return (
    <Section title={t("export.title")} lead={t("export.lead")}>
      <StartExport />
      <Group title={t("export.list")} description={t("export.listHint")}>
        <Loaded query={query}>
          {({ pages }) => {
            const exports = pages.flatMap((page) => page.exports);
            if (exports.length === 0) return <p className="text-ink3">{t("export.none")}</p>;
            return (
              <>
                <Rows label={t("export.list")}>
                  {exports.map((one) => (
                    <ExportRow key={one.id} one={one} />
                  ))}
                </Rows>
                {query.hasNextPage && (
                  <SmallButton className="self-start" onClick={() => void query.fetchNextPage()}>
                    {t("export.more")}
                  </SmallButton>
                )}
              </>
            );
          }}
        </Loaded>
      </Group>
    </Section>
  );
}
