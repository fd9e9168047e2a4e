import { describe, expect, it } from "vitest";
import type { Attachment } from "../store/log/message.ts";
import { boxOf, heightOfFiles, type Picture, placeOfFiles } from "./look.ts";

const file: Attachment = { fileId: "fil_1", name: "plan.pdf", type: "application/pdf", bytes: 5 };
const picture = (width: number, height: number): Picture => ({
  ...file,
  type: "image/png",
  picture: { width, height, placeholder: "" },
});

describe("the place of a picture", () => {
  it("keeps its shape, and is never larger than the picture", () => {
    expect(boxOf(picture(4000, 3000), true)).toEqual({ width: 400, height: 300 });
    expect(boxOf(picture(1000, 4000), true)).toEqual({ width: 75, height: 300 });
    expect(boxOf(picture(120, 90), true)).toEqual({ width: 120, height: 90 });
  });

  it("can be pressed, however small or narrow the picture is", () => {
    expect(boxOf(picture(1, 1), true)).toEqual({ width: 40, height: 40 });
    expect(boxOf(picture(1, 9000), false)).toEqual({ width: 80, height: 160 });
  });
});

describe("the files of a message", () => {
  it("take room for a row of pictures, and for each of the others", () => {
    expect(heightOfFiles([])).toBe(0);
    expect(heightOfFiles([picture(10, 10), picture(10, 10), file])).toBe(160 + 8 + 58 + 8);
  });

  it("shrink with the window where they are one picture", () => {
    expect(placeOfFiles([picture(4000, 2000)])).toBe("min(208px, (100vw - 80px) * 0.5)");
    expect(placeOfFiles([file])).toBe("66px");
  });
});
