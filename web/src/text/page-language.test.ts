// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import bootScript from "../../public/appearance.js?raw";
import "./de/index.ts";
import { currentLanguage, speak } from "./language.ts";
import { speakPageLanguage } from "./page-language.ts";
import { t } from "./text.ts";

const root = document.documentElement;

/** Runs the script before the first paint as a browser with these languages does. */
function begin(preferred: readonly string[], chosen?: string): void {
  localStorage.setItem("chatter.appearance", JSON.stringify({ language: chosen }));
  vi.stubGlobal("navigator", { languages: preferred });
  const script = document.createElement("script");
  script.dataset["de"] = "/assets/de.js";
  script.dataset["ar"] = "/assets/ar.js";
  vi.spyOn(document, "currentScript", "get").mockReturnValue(script);
  new Function(bootScript)();
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  localStorage.clear();
  document.head.replaceChildren();
  root.lang = "en";
  root.dir = "";
  speak("en");
});

describe("the language of a page", () => {
  it("is the first of the browser's that there is", () => {
    begin(["nl", "de-AT", "en"]);
    expect(root.lang).toBe("de");
  });

  it("is English where that comes first, or nothing else is there", () => {
    begin(["en-GB", "de"]);
    expect(root.lang).toBe("en");
    begin(["nl"]);
    expect(root.lang).toBe("en");
  });

  it("is what the person has chosen, whatever the browser says", () => {
    begin(["en"], "de");
    expect(root.lang).toBe("de");
    begin(["en"], "xx");
    expect(document.querySelectorAll("link")).toHaveLength(1);
  });

  it("is asked for before the first script of the page", () => {
    begin(["de"]);
    expect(document.querySelector("link")?.getAttribute("href")).toBe("/assets/de.js");
  });

  it("runs from right to left where it is written so", () => {
    begin(["ar-EG"]);
    expect(root.dir).toBe("rtl");
  });

  it("is spoken from the first text on", async () => {
    begin(["de"]);
    await speakPageLanguage();
    expect(currentLanguage()).toBe("de");
    expect(t("ui.close")).toBe("Schließen");
  });
});
