import type { Saga } from "../../platform/workflow/saga.ts";

export type ExportRun = { readonly exportId: string; readonly orgId: string };

type Place = { readonly section: number; readonly after: string | null; readonly chunk: number };

export type OrganisationExportSteps = {
  begin(run: ExportRun): Promise<void>;
  /** Some at a time; answers where to go on, or null at the end and where nobody wants it any more. */
  write(run: ExportRun & { readonly place: Place }): Promise<Place | null>;
  finish(run: ExportRun): Promise<void>;
  giveUp(run: ExportRun): Promise<void>;
};

const FIRST: Place = { section: 0, after: null, chunk: 0 };

/** Writes the file that an owner asked for. Where that is refused, it is given up, and says so. */
export const organisationExport: Saga<ExportRun, OrganisationExportSteps> = {
  name: "organisation-export",
  async run(context, run) {
    await context.call("begin", run, { undo: "giveUp" });
    let place: Place | null = FIRST;
    while (place !== null) place = await context.call("write", { ...run, place });
    await context.call("finish", run);
  },
};
