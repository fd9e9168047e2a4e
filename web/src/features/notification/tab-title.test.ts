import { describe, expect, it } from "vitest";
import { tabTitle } from "./tab-title.ts";

const quiet = { place: "#launch", orgName: "Northwind", mentions: 0, isUnread: false };

describe("the title of the tab", () => {
  it("says where one is", () => {
    expect(tabTitle(quiet)).toBe("#launch · Northwind");
    expect(tabTitle({ ...quiet, place: undefined })).toBe("Northwind");
    expect(tabTitle({ ...quiet, place: undefined, orgName: "" })).toBe("Chatter");
  });

  it("begins with how many messages call the reader", () => {
    expect(tabTitle({ ...quiet, mentions: 3, isUnread: true })).toBe("(3) #launch · Northwind");
  });

  it("has a dot when something else is unread", () => {
    expect(tabTitle({ ...quiet, isUnread: true })).toBe("• #launch · Northwind");
  });
});
