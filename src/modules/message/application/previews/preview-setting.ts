import type { Actor } from "../../../../kernel/actor.ts";
import type { Clock } from "../../../../kernel/clock.ts";
import type { PreviewSetting, PreviewSettings } from "./ports.ts";

/** In force for what is posted from now on; previews that are there stay. */
export async function setPreviewSetting(
  { clock, settings }: { readonly clock: Clock; readonly settings: PreviewSettings },
  { orgId, userId }: Actor,
  enabled: boolean,
): Promise<PreviewSetting> {
  const setting = { orgId, enabled, by: userId, at: clock.now() };
  await settings.save(setting);
  return setting;
}
