import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Job, TickRunner } from "../job.ts";

export const tick = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
export const jobOf = (name: string, run: () => Promise<void>): Job => ({ name, schedule: "* * * * *", run });

/** What jobs rely on, whoever says whose turn it is; `open` gives one more process of the same installation. */
export function describeTicks(name: string, open: () => TickRunner): void {
  describe(`ticks of jobs ${name}`, () => {
    it("are run by one of many processes each", async () => {
      const processes = [open(), open(), open(), open()];
      let runs = 0;
      const job = jobOf(randomUUID(), async () => {
        runs += 1;
      });
      for (const minute of [1, 2]) {
        const outcomes = await Promise.all(processes.map((each) => each.runOnce(job, tick(minute))));
        expect(outcomes.filter((outcome) => outcome === "ran")).toHaveLength(1);
      }
      // One that is late comes to a tick that is done.
      expect(await open().runOnce(job, tick(2))).toBe("elsewhere");
      expect(runs).toBe(2);
    });

    it("are not run while an earlier one of the job still runs", async () => {
      const [one, two] = [open(), open()];
      const { promise, resolve } = Promise.withResolvers<void>();
      const begun = Promise.withResolvers<void>();
      const slow = jobOf(randomUUID(), () => {
        begun.resolve();
        return promise;
      });
      const first = one.runOnce(slow, tick(1));
      await begun.promise;
      expect(await two.runOnce(slow, tick(2))).toBe("elsewhere");
      resolve();
      expect(await first).toBe("ran");
      expect(await two.runOnce(slow, tick(3))).toBe("ran");
    });

    it("that fail tell so, and are not run again", async () => {
      const job = jobOf(randomUUID(), () => Promise.reject(new Error("no more paper")));
      await expect(open().runOnce(job, tick(1))).rejects.toThrow("no more paper");
      expect(await open().runOnce(job, tick(1))).toBe("elsewhere");
    });
  });
}
