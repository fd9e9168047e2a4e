import type { ReactNode } from "react";
import { FormProblem } from "../../../../forms/form.tsx";
import { isDirect } from "../../../../store/channels/channel.ts";
import { useChannel } from "../../../../store/hooks.ts";
import { dialogText as t } from "../../../../text/en-dialogs.ts";
import { useKnownChannel } from "../use-known-channel.ts";
import { editableFields } from "./about.ts";
import { AboutForm } from "./about-form.tsx";
import { AboutText } from "./about-text.tsx";
import { ChannelActs } from "./channel-acts.tsx";
import { DefaultSwitch } from "./default-switch.tsx";
import { GroupsPart } from "./groups-part.tsx";
import { KeptPart } from "./kept-part.tsx";
import { Origin } from "./origin.tsx";
import { OwnSettings } from "./own-settings.tsx";

/** All about a channel: what it is, what one has set for oneself, and what else can be done with it. */
export function ChannelDetails({ channelId }: { readonly channelId: string }) {
  const known = useKnownChannel(channelId);
  const view = useChannel(channelId);
  if (view.status === "failed") return <FormProblem text={view.failure.text} />;
  if (known === undefined) return null;
  const { channel, membership } = known;
  const fields = editableFields(known);
  return (
    <div className="flex flex-col gap-5 pb-3">
      <Origin channel={channel} />
      {!isDirect(channel) && <AboutText channel={channel} except={fields} />}
      {fields.length > 0 && <AboutForm known={known} fields={fields} />}
      {known.rights.canMakeDefault && <DefaultSwitch known={known} />}
      {membership !== undefined && (
        <Part title={t("own.title")}>
          <OwnSettings channelId={channelId} membership={membership} />
        </Part>
      )}
      <GroupsPart known={known} />
      <KeptPart channelId={channelId} canManage={known.rights.canManage} />
      <Part title={t("acts.title")}>
        <ChannelActs known={known} />
      </Part>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2 border-t border-line pt-4">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </section>
  );
}
