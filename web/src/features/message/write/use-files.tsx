import { useStore } from "zustand";
import type { ComposerProps } from "../../../composer/composer-props.ts";
import type { FileTrayProps } from "../../../files/file-tray.tsx";
import { emptyTray, takeFiles, trayKey, traysOf } from "../../../files/tray.ts";
import { useClient, useWorkspace } from "../../../store/client-context.tsx";
import type { Attachment } from "../../../store/log/message.ts";
import { lazyPart, tellFailure } from "../../../ui/lazy-part.tsx";

const FileTray = lazyPart<FileTrayProps>(() =>
  import("../../../files/file-tray.tsx").then((part) => part.FileTray),
);

interface Files {
  readonly composer: Pick<ComposerProps, "onFiles" | "attachments" | "hasAttachments" | "isWaiting">;
  /** Empties the tray; undefined where there was nothing in it. */
  readonly take: () => readonly Attachment[] | undefined;
}

/** The files that are sent with what is written in a place. */
export function useFiles(channelId: string, threadRootId: string | undefined): Files {
  const workspace = useWorkspace();
  const { transport } = useClient();
  const place = trayKey(channelId, threadRootId);
  const trays = traysOf(workspace);
  const tray = useStore(trays, (all) => all.get(place) ?? emptyTray);
  const onFiles = (files: readonly File[]) => {
    import("../../../files/uploads.ts").then(
      ({ uploadsOf }) => uploadsOf(workspace, transport).add(place, files),
      tellFailure,
    );
  };
  return {
    composer: {
      onFiles,
      attachments: <FileTray place={place} />,
      hasAttachments: tray.length > 0,
      isWaiting: tray.some(({ state }) => state !== "done"),
    },
    take: () => (tray.length === 0 ? undefined : takeFiles(trays, place)),
  };
}
