import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible } from "./fixtures/browser.ts";
import { type BrowsedGlimpse, openGlimpse, startBrowsedGlimpse } from "./fixtures/browsing.ts";

let browsed: BrowsedGlimpse;

beforeAll(async () => {
  browsed = await startBrowsedGlimpse();
  const bus = { name: "bus.jpg", seed: 7_300, caption: "A red bus.", taken: "2021:05:01 12:00:00" };
  await browsed.indexed([await browsed.upload(bus)]);
});

afterAll(() => browsed?.[Symbol.asyncDispose]());

test("a Spanish browser shows Spanish screens, and a French question gets a French answer there", async () => {
  await using opened = await openGlimpse(browsed, { locale: "es-MX" });
  const { page, complaints } = opened;
  await page.getByRole("heading", { level: 1, name: "¿Qué te gustaría ver?" }).waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe("es");
  await page.getByRole("button", { name: "Enviar" }).waitFor();
  await expectAccessible(page);

  await page.getByRole("textbox", { name: "Pregunta por tus fotos" }).fill("photos de mai 2021");
  await page.getByRole("button", { name: "Enviar" }).click();
  const turn = page.locator("[data-turn]").last();
  await turn.getByText("1 photo, mai 2021.").first().waitFor();
  const langOf = (text: string) =>
    turn
      .getByText(text, { exact: true })
      .first()
      .evaluate((element) => element.closest("[lang]")?.getAttribute("lang"));
  await expect.poll(() => langOf("photos de mai 2021")).toBe("fr");
  await expect.poll(() => langOf("1 photo, mai 2021.")).toBe("fr");
  await expect.poll(() => langOf("mai 2021")).toBe("fr");
  const button = turn.getByRole("button", { name: "Modifier la question" });
  await expect
    .poll(() => button.evaluate((element) => element.closest("[lang]")?.getAttribute("lang")))
    .toBe("fr");

  await page.goto(`${browsed.glimpse.url}/settings`);
  await page.getByRole("heading", { level: 2, name: "Motores" }).waitFor();
  await page.getByRole("combobox", { name: "Idioma" }).selectOption("Français");
  await page.getByRole("heading", { level: 2, name: "Moteurs" }).waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});
