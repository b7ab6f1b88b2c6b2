import { expect, test } from "vitest";
import { exportFolder, exportName, variantsOf } from "./export-names.ts";

test.each([
  ["IMG_0001.JPG", "IMG_0001.JPG"],
  ["Été à Paris.jpg", "Été à Paris.jpg"],
  ["../../etc/passwd", "_.._etc_passwd.jpg"],
  ["a/b\\c:d*e?.jpg", "a_b_c_d_e_.jpg"],
  ["CON.jpg", "_CON.jpg"],
  ["nul", "_nul.jpg"],
  ["no extension", "no extension.jpg"],
  ["ends in a dot.", "ends in a dot.jpg"],
  ["gnp\u202Egpj.exe", "gnpgpj.exe"],
  ["line\nbreak.jpg", "line_break.jpg"],
  ["", "fallback.jpg"],
  ["...", "fallback.jpg"],
])("%j is exported as %j", (given, name) => expect(exportName(given, "jpg", "fallback")).toBe(name));

test("a long name is cut, and keeps its extension and whole characters", () => {
  const name = exportName(`${"😀".repeat(100)}.jpeg`, "jpg", "fallback");
  expect(Buffer.byteLength(name)).toBeLessThan(200);
  expect(name).toMatch(/^(?:😀)+\.jpeg$/u);
});

test("names are made unique, and folders are year and month", () => {
  const variants = variantsOf("a.b.jpg");
  expect([variants.next().value, variants.next().value, variants.next().value]).toEqual([
    "a.b.jpg",
    "a.b (2).jpg",
    "a.b (3).jpg",
  ]);
  expect(exportFolder("2023-05-17T12:00:00")).toBe("2023/05");
  expect(exportFolder(null)).toBe("undated");
});
