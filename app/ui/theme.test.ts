import { expect, test } from "vitest";
import { chosenTheme } from "./theme.ts";

test.each([
  ["glimpse-theme=dark", "dark"],
  ["glimpse-language=de; glimpse-theme=light", "light"],
  ["glimpse-theme=", null],
  ["glimpse-theme=pink", null],
  ["not-glimpse-theme=dark", null],
  ["", null],
])("with the cookies %j the theme is %s", (cookies, theme) => {
  expect(chosenTheme(cookies)).toBe(theme);
});
