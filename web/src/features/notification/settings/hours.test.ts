import { create } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { ScheduleSchema } from "../../../../../gen/chatter/notification/inbox/v1/settings_pb.js";
import { hoursOf, nameOfDay, scheduleOf } from "./hours.ts";

describe("hours", () => {
  it("are the same on the way to the fields and back", () => {
    const schedule = { days: [1, 7], fromMinute: 0, toMinute: 23 * 60 + 59, timezone: "Asia/Tokyo" };
    const hours = hoursOf(create(ScheduleSchema, schedule));
    expect(hours).toMatchObject({ from: "00:00", to: "23:59" });
    expect(scheduleOf(hours)).toEqual(schedule);
  });

  it("begin with those of an office where there are none", () => {
    expect(scheduleOf(hoursOf(undefined))).toMatchObject({ days: [1, 2, 3, 4, 5], fromMinute: 540 });
  });

  it("begin on Monday", () => {
    expect([nameOfDay(1), nameOfDay(7)]).toEqual(["Mon", "Sun"]);
  });
});
