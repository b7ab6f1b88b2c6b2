import sharp from "sharp";
import { expect, test } from "vitest";
import { startModels } from "#tests/doubles/ollama-fixture.ts";
import { adviceFor } from "./templates.ts";
import { trialPicture } from "./trial-picture.ts";

const advice = adviceFor("mistral");

test("a model without vision is not ready", async () => {
  await using fixture = await startModels({}, { visionModel: "mistral" });
  expect((await fixture.models.status()).describe).toMatchObject({ ready: false, reason: "no-vision" });
  expect(fixture.double.count("chat")).toBe(0);
});

test("a plain model gives no embeddings: the advice depends on where its file can be read", async () => {
  const mistral = { name: "mistral", capabilities: ["completion" as const], file: "/far/away/sha256-1" };
  await using fixture = await startModels({ version: "0.32.15", models: [mistral] });
  const { double, models } = fixture;
  const command = "npm run glimpse -- models prepare mistral --file /far/away/sha256-1";
  const embed = {
    ready: false,
    model: "mistral",
    reason: "no-embeddings",
    detail: `Ollama 0.32.15 embeds with mistral only through a copy of it, and its file cannot be read from here. Where it can, run: ${command}`,
    remedy: { action: "prepare", model: "mistral", here: false, command },
    advice,
  };
  expect((await models.status()).embed).toEqual(embed);
  expect((await models.status(0)).embed).toEqual(embed);
  expect(double.count("embed")).toBe(1);

  double.install({ ...mistral, file: "/far/it's here; rm -rf x" });
  const typed = String.raw`npm run glimpse -- models prepare mistral --file '/far/it'\''s here; rm -rf x'`;
  expect((await models.status(0)).embed).toMatchObject({ remedy: { command: typed } });
  double.install({ ...mistral, file: import.meta.filename });
  expect((await models.status(0)).embed).toMatchObject({
    detail: "Ollama 0.32.15 embeds with mistral only through a copy of it, which Glimpse can make.",
    remedy: { action: "prepare", here: true },
  });
});

test("a model without embeddings or copy: the advice is to choose another", async () => {
  const odd = { name: "someone/new-embedding", capabilities: ["completion" as const] };
  await using fixture = await startModels({ version: "0.32.15", models: [odd] }, { embedModel: odd.name });
  expect((await fixture.models.status()).embed).toMatchObject({
    reason: "no-embeddings",
    detail:
      "Ollama 0.32.15 gives no embeddings for someone/new-embedding. Set GLIMPSE_EMBED_MODEL to a model made for it, such as qwen3-embedding:0.6b.",
    remedy: null,
  });
});

test("a copy stands for its model, whatever its name, even if the model itself is gone", async () => {
  for (const version of ["0.24.0", "0.32.15"] as const) {
    for (const embedModel of ["mistral", "mistral:latest", "mistral-embed"]) {
      const models = [{ name: "mistral-embed", capabilities: ["embedding" as const] }];
      await using fixture = await startModels({ version, models }, { embedModel });
      expect((await fixture.models.status()).embed).toMatchObject({ ready: true, model: "mistral" });
      const { space } = await fixture.models.embed(["a dog"], "query");
      expect(space.id).toBe("mistral@2:4096");
      expect(fixture.double.asked.at(-1)?.body.model).toBe("mistral-embed");
    }
  }
});

test("a vision model is tried with one small picture, once for each server and model, and asked for almost no words", async () => {
  await using fixture = await startModels();
  const { double, models } = fixture;
  for (let round = 0; round < 3; round++) await models.status(0);
  const shown = double.asked.filter(({ endpoint }) => endpoint === "chat");
  expect(shown).toMatchObject([{ body: { model: "llava", options: { num_predict: 4, num_ctx: 4096 } } }]);
  expect(shown[0]?.images).toEqual([trialPicture.length]);
  expect(await sharp(trialPicture).metadata()).toMatchObject({
    format: "jpeg",
    isProgressive: false,
    width: 64,
  });
  double.install({ name: "llava", capabilities: ["completion", "vision"] });
  await models.status(0);
  expect(double.count("chat")).toBe(2);
});

test("a vision model that breaks on a picture is failing, with the server's words and advice", async () => {
  for (const [version, words] of [
    ["0.9.6", "an error was encountered while running the model: unexpected EOF."],
    ["0.32.15", "an error was encountered while running the model: unexpected EOF."],
  ] as const) {
    await using fixture = await startModels({ version });
    fixture.double.fail({ kind: "error", on: ["chat"] });
    expect((await fixture.models.status()).describe).toMatchObject({
      reason: "failing",
      detail: `llava: ${words} If it stays so, update Ollama, or set GLIMPSE_VISION_MODEL to another model, such as qwen2.5vl.`,
    });
  }
});

test("a model for embeddings cannot converse", async () => {
  const nomic = { name: "nomic-embed-text", capabilities: ["embedding" as const] };
  await using fixture = await startModels(
    { version: "0.32.15", models: [nomic] },
    {
      embedModel: "nomic-embed-text",
      chatModel: "nomic-embed-text",
    },
  );
  const { embed, converse } = await fixture.models.status();
  expect(embed.ready).toBe(true);
  expect(converse).toMatchObject({
    ready: false,
    reason: "failing",
    detail: expect.stringContaining("writes no text"),
  });
});

test("an embedding is tried once for each server and model, and again after the model has changed", async () => {
  await using fixture = await startModels();
  const { double, models } = fixture;
  for (let round = 0; round < 3; round++) await models.status(0);
  expect(double.count("embed")).toBe(1);
  expect(double.count("version")).toBe(3);
  double.install({ name: "mistral", capabilities: ["completion"] });
  await models.status(0);
  expect(double.count("embed")).toBe(2);
});
