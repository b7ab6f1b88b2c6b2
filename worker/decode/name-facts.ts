import type { PhotoFacts } from "#server/library/facts.ts";
import { isPlausible } from "./dates.ts";

/** Years in which phones and programs name files by dates. */
const firstYear = 1990;

const separated = String.raw`(?<year>\d{4})(?<sign>[-_.])(?<month>\d\d)\k<sign>(?<day>\d\d)`;
const together = String.raw`(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)`;
const between = String.raw`(?:[ T_.,-]+|[ _-]?(?:at|um|a las|à|alle|om|kl\.?)[ _-])`;
const clock = String.raw`(?:${between}?(?<hour>[01]\d|2[0-3]|\d)[-_.:h]?(?<minute>[0-5]\d)[-_.:m]?(?<second>[0-5]\d)(?:[-_.:]?\d{3})?(?:[ \u202f]?(?<half>[AP]M))?(?!\d))?`;

/**
 * The dates in names: IMG_20220528_101112, PXL_20220528_101112345, IMG-20220528-WA0004, Screenshot_2023-04-05-…,
 * "WhatsApp Image 2022-05-28 at 10.11.12", signal-2022-05-28-101112, WIN_20220528_10_11_12_Pro.
 */
const forms = [separated, together].map((date) => new RegExp(`(?<!\\d)${date}${clock}(?!\\d)`, "iu"));

export type NameDate = Pick<PhotoFacts, "takenLocal" | "takenOffset" | "takenPrecision" | "takenFrom">;

/** Pixel phones name their photos by the time in UTC: PXL_20210101_120000123.jpg was taken at noon there. */
const inUtc = /^PXL_\d{8}_\d{6}/i;

/**
 * A date that the name of a file tells; null if it tells none. It is a guess: names are given when files are sent and
 * saved. A time in UTC says so by its offset, 0.
 */
export function dateInName(fileName: string, now: Date = new Date()): NameDate | null {
  for (const form of forms) {
    const found = form.exec(fileName)?.groups;
    if (!found) continue;
    const [year = 0, month = 0, day = 0] = [found.year, found.month, found.day].map(Number);
    const hours = found.hour === undefined ? null : hoursOf(Number(found.hour), found.half);
    const local = Date.UTC(
      year,
      month - 1,
      day,
      hours ?? 0,
      Number(found.minute ?? 0),
      Number(found.second ?? 0),
    );
    const read = new Date(local);
    if (year < firstYear || read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day) continue;
    const takenPrecision = hours === null ? "day" : "moment";
    if (!isPlausible({ local, precision: takenPrecision, offset: null }, now)) continue;
    return {
      takenLocal: read.toISOString().slice(0, -1),
      takenOffset: inUtc.test(fileName) && takenPrecision === "moment" ? 0 : null,
      takenPrecision,
      takenFrom: "name",
    };
  }
  return null;
}

function hoursOf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (half.toUpperCase() === "PM" ? 12 : 0);
}

/** The names that systems give to screenshots, in some languages. */
const screenshotName = new RegExp(
  `^(${[
    "screen[ _-]?shot|screenshot|screen[ _-]?capture|screenclip|scrn[ _-]?shot",
    "bildschirmfoto|bildschirmaufnahme|captura de (pantalla|ecrã|tela)|capture d.écran|capture écran|capture_ecran",
    "schermata|istantanea schermo|schermafbeelding|schermopname|skärmavbild|skærmbillede|skjermbilde|näyttökuva",
    "zrzut ekranu|snímek obrazovky|képernyőkép|ekran görüntüsü|ekran resmi|снимок экрана|знімок екрана",
    "スクリーンショット|屏幕截图|螢幕截圖|截屏|스크린샷",
  ].join("|")})(?![a-zà-ÿ]{3})`,
  "iu",
);

/** The screens of phones and tablets, upright, in pixels. No camera and few people make a PNG of such a size. */
const screens = new Set(
  (
    "640x960 640x1136 750x1334 828x1792 1080x2280 1080x2310 1080x2312 1080x2316 1080x2340 1080x2376 1080x2400 " +
    "1080x2408 1080x2412 1080x2460 1125x2436 1170x2532 1179x2556 1206x2622 1242x2208 1242x2688 1260x2736 " +
    "1284x2778 1290x2796 1320x2868 1344x2992 1440x2960 1440x3040 1440x3088 1440x3120 1440x3200 1488x2266 " +
    "1536x2048 1620x2160 1640x2360 1668x2224 1668x2388 2048x2732"
  ).split(" "),
);

/** Says whether a file is a picture of a screen by its name, or by its size if it is a PNG. */
export function isScreenshotFile(
  { width, height, make }: Pick<PhotoFacts, "width" | "height" | "make">,
  file: { fileName: string; type: string },
): boolean {
  if (make !== null) return false;
  if (screenshotName.test(file.fileName.normalize("NFC"))) return true;
  if (file.type !== "image/png" || width === null || height === null) return false;
  return screens.has(`${Math.min(width, height)}x${Math.max(width, height)}`);
}
