import type { ChannelEntry } from "../../features/channel/channel-entry.ts";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { useWasOpen } from "../../ui/was-open.ts";
import { usePinsState } from "./pins-store.ts";
import type { SwitcherPartProps } from "./switcher-part.tsx";
import { useSwitcherOpen } from "./switcher-store.ts";

const SwitcherPart = lazyPart<SwitcherPartProps>(() =>
  import("./switcher-part.tsx").then((part) => part.SwitcherPart),
);
const PinsPart = lazyPart<object>(() => import("./pins-part.tsx").then((part) => part.PinsPart));

/** What lies over the frame at times. */
export function FrameLayers({ entries }: { readonly entries: readonly ChannelEntry[] | undefined }) {
  const isSwitcherOpen = useSwitcherOpen();
  const hasSwitcher = useWasOpen(isSwitcherOpen);
  const hasPins = useWasOpen(usePinsState().isOpen);
  return (
    <>
      {hasSwitcher && <SwitcherPart isOpen={isSwitcherOpen} entries={entries ?? []} />}
      {hasPins && <PinsPart />}
    </>
  );
}
