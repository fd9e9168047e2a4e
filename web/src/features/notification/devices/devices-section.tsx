import { Section } from "../../../settings/section.tsx";
import { devicesText as t } from "../../../text/devices.ts";
import { DevicesGroup } from "./devices-group.tsx";

/** By what one is told of news where Chatter is closed. */
export function DevicesSection() {
  return (
    <Section title={t("page")}>
      <DevicesGroup />
    </Section>
  );
}
