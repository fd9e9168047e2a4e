import { afterEach, describe, expect, it } from "vitest";
import { format } from "./catalogue.ts";
import { translation as german } from "./de/index.ts";
import { speak } from "./language.ts";
import { t } from "./text.ts";

const unread = { one: "{count} new message", other: "{count} new messages" };

afterEach(() => speak("en"));

describe("a text", () => {
  it("is the catalogue's entry when it has no placeholders", () => {
    expect(t("ui.close")).toBe("Close");
  });

  it("fills in what it is given by name", () => {
    expect(format("en", "Message {channel}", { channel: "#launch" })).toBe("Message #launch");
  });

  it("chooses the plural form by the language's rules", () => {
    expect(format("en", unread, { count: 1 })).toBe("1 new message");
    expect(format("en", unread, { count: 3 })).toBe("3 new messages");
    expect(format("cs", { few: "{count} zprávy", other: "{count} zpráv" }, { count: 3 })).toBe("3 zprávy");
  });

  it("writes numbers in the language's own way", () => {
    expect(format("de", unread, { count: 12_000 })).toBe("12.000 new messages");
  });

  it("leaves braces of a value alone", () => {
    expect(format("en", "{a} and {b}", { a: "{b}", b: "x" })).toBe("{b} and x");
  });

  it("comes in another language once that is spoken", () => {
    speak("de", german);
    expect(t("ui.close")).toBe("Schließen");
  });
});
