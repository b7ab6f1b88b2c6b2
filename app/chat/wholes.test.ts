import { expect, test } from "vitest";
import type { Upload } from "./upload-queue.ts";
import { wholesAmong } from "./wholes.ts";

function upload(name: string, type = "image/jpeg"): Upload {
  const file = new File(["x"], name, { type });
  return {
    id: name,
    file,
    state: "stored",
    sent: 1,
    lost: false,
    repaired: false,
    photo: null,
    failure: null,
  };
}

test("a question is asked with photos, and not with what belongs to them", () => {
  const files = [
    upload("IMG_1.HEIC", "image/heic"),
    upload("img_1.mov", "video/quicktime"),
    upload("alone.mov", "video/quicktime"),
    upload("IMG_1.xmp", ""),
    upload("beach.jpg"),
  ];
  expect(wholesAmong(files).map(({ id }) => id)).toEqual(["IMG_1.HEIC", "alone.mov", "beach.jpg"]);
});
