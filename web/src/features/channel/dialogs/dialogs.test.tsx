// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { perform, render } from "../../../testing/render.ts";
import { closeDialog, openDialog, useDialogs } from "./dialogs.ts";

async function watch() {
  let seen: ReturnType<typeof useDialogs> | undefined;
  function Watch() {
    seen = useDialogs();
    return null;
  }
  await render(<Watch />);
  return () => seen;
}

describe("dialogs", () => {
  it("take each other's place, and each opening begins anew", async () => {
    const seen = await watch();
    await perform(() => openDialog({ kind: "browse-channels" }));
    const first = seen()?.opening ?? 0;
    await perform(() => openDialog({ kind: "create-channel" }));
    expect(seen()).toEqual({ dialog: { kind: "create-channel" }, isOpen: true, opening: first + 1 });
  });

  it("stay what they were while they leave", async () => {
    const seen = await watch();
    await perform(() => openDialog({ kind: "members", channelId: "chn_1" }));
    await perform(closeDialog);
    expect(seen()).toMatchObject({ dialog: { kind: "members", channelId: "chn_1" }, isOpen: false });
  });
});
