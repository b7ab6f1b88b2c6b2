import { expect, test } from "vitest";
import { dateInName, isScreenshotFile } from "./name-facts.ts";

const now = new Date("2026-06-01T00:00:00Z");

test.each([
  ["IMG-20220528-WA0004.jpg", "2022-05-28T00:00:00.000", "day"],
  ["IMG_20220528_101112.jpg", "2022-05-28T10:11:12.000", "moment"],
  ["IMG_20220528_101112_HDR.jpg", "2022-05-28T10:11:12.000", "moment"],
  ["20220528_101112(0).jpg", "2022-05-28T10:11:12.000", "moment"],
  ["PXL_20220528_101112345.MP.jpg", "2022-05-28T10:11:12.000", "moment"],
  ["MVIMG_20220528_101112.jpg", "2022-05-28T10:11:12.000", "moment"],
  ["IMG20220528101112.jpg", "2022-05-28T10:11:12.000", "moment"],
  ["WIN_20220528_10_11_12_Pro.jpg", "2022-05-28T10:11:12.000", "moment"],
  ["WP_20150405_10_11_12_Pro.jpg", "2015-04-05T10:11:12.000", "moment"],
  ["WP_20150405_007.jpg", "2015-04-05T00:00:00.000", "day"],
  ["signal-2022-05-28-101112.jpg", "2022-05-28T10:11:12.000", "moment"],
  ["signal-2022-05-28-10-11-12-345-1.jpg", "2022-05-28T10:11:12.000", "moment"],
  ["WhatsApp Image 2022-05-28 at 10.11.12.jpeg", "2022-05-28T10:11:12.000", "moment"],
  ["WhatsApp Image 2022-05-28 at 1.11.12 PM.jpeg", "2022-05-28T13:11:12.000", "moment"],
  ["WhatsApp Bild 2022-05-28 um 10.11.12.jpg", "2022-05-28T10:11:12.000", "moment"],
  ["Screenshot_20230405-101112_Chrome.jpg", "2023-04-05T10:11:12.000", "moment"],
  ["Screenshot_2023-04-05-10-11-12-345_com.app.jpg", "2023-04-05T10:11:12.000", "moment"],
  ["Screenshot 2023-04-05 at 10.11.12.png", "2023-04-05T10:11:12.000", "moment"],
  ["Screenshot 2023-04-05 at 1.11.12\u202fPM.png", "2023-04-05T13:11:12.000", "moment"],
  ["Screenshot 2023-04-05 101112.png", "2023-04-05T10:11:12.000", "moment"],
  ["Bildschirmfoto 2023-04-05 um 10.11.12.png", "2023-04-05T10:11:12.000", "moment"],
  ["photo_2022-05-28_10-11-12.jpg", "2022-05-28T10:11:12.000", "moment"],
  ["2022-05-28 10.11.12.jpg", "2022-05-28T10:11:12.000", "moment"],
  ["2022-05-28.jpg", "2022-05-28T00:00:00.000", "day"],
])("%s", (name, takenLocal, takenPrecision) => {
  expect(dateInName(name, now)).toEqual({
    takenLocal,
    takenOffset: name.startsWith("PXL_") ? 0 : null,
    takenPrecision,
    takenFrom: "name",
  });
});

test.each([
  "IMG_1234.jpg",
  "DSC_20220528x.jpg".replace("20220528", "20221328"),
  "1653732672000.jpg",
  "20991231_101112.jpg",
  "18880101.jpg",
  "120220528.jpg",
  "2022-05.jpg",
  "2022-02-30.jpg",
])("%s tells no date", (name) => {
  expect(dateInName(name, now)).toBeNull();
});

const unknown = { width: 40, height: 30, make: null };

test.each([
  "Screenshot_20230405-101112_Chrome.jpg",
  "Screen Shot 2019-01-01.png",
  "screenshot.png",
  "Bildschirmfoto 2023.png",
  "Capture d’écran 2023.png",
  "Снимок экрана.png",
])("%s is a screenshot", (fileName) => {
  expect(isScreenshotFile(unknown, { fileName, type: "image/jpeg" })).toBe(true);
  expect(isScreenshotFile({ ...unknown, make: "Canon" }, { fileName, type: "image/jpeg" })).toBe(false);
});

test("a PNG of the size of a phone's screen is a screenshot", () => {
  const screen = { width: 2532, height: 1170, make: null };
  expect(isScreenshotFile(screen, { fileName: "IMG_0001.PNG", type: "image/png" })).toBe(true);
  expect(isScreenshotFile(screen, { fileName: "IMG_0001.JPG", type: "image/jpeg" })).toBe(false);
  expect(isScreenshotFile(unknown, { fileName: "my screenshots.png", type: "image/png" })).toBe(false);
});
