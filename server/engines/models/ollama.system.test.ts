import { expect, test } from "vitest";
import { plainPicture } from "#tests/doubles/ollama-eyes.ts";
import { startModels } from "#tests/doubles/ollama-fixture.ts";
import { usualModels } from "#tests/doubles/ollama-models.ts";
import { modelsContract } from "./contract.ts";

const qwen = { name: "qwen3-embedding", capabilities: ["embedding" as const], dimension: 1024, context: 500 };
const withQwen = {
  version: "0.32.15" as const,
  models: [
    { name: "llava", capabilities: ["completion" as const, "vision" as const] },
    { name: "mistral", capabilities: ["completion" as const] },
    qwen,
  ],
};

modelsContract("ollama 0.9 with mistral", () => startModels({ version: "0.9.6" }));
modelsContract("ollama 0.24 with mistral", () => startModels());
modelsContract("ollama 0.32 with a copy of mistral", () =>
  startModels({
    version: "0.32.15",
    models: [...usualModels, { name: "mistral-embed", capabilities: ["embedding"] }],
  }),
);
modelsContract("ollama 0.32 with an embedding model", () =>
  startModels(withQwen, { embedModel: "qwen3-embedding" }),
);

test("the picture is sent as its bytes with our settings, and the preamble is removed from the caption", async () => {
  await using fixture = await startModels();
  const { double, models, picture } = fixture;
  expect(await models.describe(picture)).toEqual({
    text: "A red barn in a field, in evening light.",
    model: "llava",
    raw: "The image shows a red barn in a field, in evening light.",
  });
  const asked = double.asked.find(({ endpoint }) => endpoint === "chat");
  expect(asked?.images).toEqual([picture.length]);
  expect(asked?.body).toMatchObject({
    model: "llava",
    stream: true,
    options: { num_ctx: 4096, num_predict: 220 },
  });
  expect(asked?.body).not.toHaveProperty("think");
});

test("a model that thinks is told not to", async () => {
  await using fixture = await startModels(
    {
      models: [{ name: "qwen3-vl", capabilities: ["completion", "vision", "thinking"] }],
    },
    { visionModel: "qwen3-vl" },
  );
  await fixture.models.describe(fixture.picture);
  expect(fixture.double.asked.at(-1)?.body).toMatchObject({ think: false });
});

test("a caption that reaches its longest ends with a whole sentence", async () => {
  await using fixture = await startModels();
  const { double, models, picture } = fixture;
  const field = await plainPicture("green");
  await double.teach(
    field,
    `A green field. ${Array.from({ length: 300 }, (_, at) => `tree${at}`).join(" ")}`,
  );
  expect((await models.describe(field)).text).toBe("A green field.");
  expect((await models.describe(picture)).text).toContain("barn");
});

test("an answer that is a caption as it is has no raw form", async () => {
  await using fixture = await startModels();
  const field = await plainPicture("green");
  await fixture.double.teach(field, "A green field.");
  expect(await fixture.models.describe(field)).toEqual({ text: "A green field.", model: "llava", raw: null });
});

test("spaces are named by model and dimension, without the tag that Ollama adds by itself", async () => {
  await using plain = await startModels();
  await using tagged = await startModels({}, { embedModel: "mistral:latest" });
  const space = { id: "mistral@2:4096", model: "mistral", template: 2, dimension: 4096, trained: false };
  expect((await plain.models.embed(["a dog"], "query")).space).toEqual(space);
  expect((await tagged.models.embed(["a dog"], "query")).space).toEqual(space);
});

test("a text that is too long for the model is cut until it fits, and the others of its batch stay whole", async () => {
  await using fixture = await startModels(withQwen, { embedModel: "qwen3-embedding" });
  const { double, models } = fixture;
  const long = "a brown dog ".repeat(2_000);
  const { vectors } = await models.embed(["snow", long, "a boat"], "document");
  expect(vectors).toHaveLength(3);
  const lengths = double.asked.map(({ body }) => [body.input].flat().map((text) => String(text).length));
  expect(lengths).toEqual([[4, 8_000, 6], [4], [8_000], [4_000], [2_000], [6]]);
  expect(vectors[0]).toEqual((await models.embed(["snow"], "document")).vectors[0]);
});

test("a text is cut before it is wrapped: the end of its template reaches a plain model whole", async () => {
  for (const version of ["0.9.6", "0.24.0", "0.32.15"] as const) {
    const mistral = { name: "mistral", capabilities: ["completion" as const], context: 500 };
    const copy = { name: "mistral-embed", capabilities: ["embedding" as const], context: 500 };
    await using fixture = await startModels({ version, models: [mistral, copy] });
    await fixture.models.embed(["snow", "a brown dog ".repeat(300)], "document");
    const sent = fixture.double.asked.filter(({ endpoint }) => endpoint === "embed");
    for (const { body } of sent) {
      expect(body.truncate).toBe(false);
      for (const text of [body.input].flat())
        expect(text).toMatch(/^This sentence : ".+" means in one word:"$/s);
    }
    expect(String([sent.at(-1)?.body.input].flat()[0]).length).toBeLessThan(500 * 4);
  }
});

test("questions and documents get the prefixes that their model knows", async () => {
  const nomic = { name: "nomic-embed-text", capabilities: ["embedding" as const], dimension: 768 };
  await using fixture = await startModels({ models: [nomic] }, { embedModel: nomic.name });
  const { double, models } = fixture;
  const { space } = await models.embed(["dogs"], "query");
  await models.embed(["a dog"], "document");
  const sent = double.asked.filter(({ endpoint }) => endpoint === "embed").map(({ body }) => body.input);
  expect(sent).toEqual([["search_query: dogs"], ["search_document: a dog"]]);
  expect(space).toEqual({
    id: "nomic-embed-text@2:768",
    model: "nomic-embed-text",
    template: 2,
    dimension: 768,
    trained: true,
  });
});

test("a space that still serves is asked with its own template and model", async () => {
  await using fixture = await startModels(withQwen, { embedModel: "qwen3-embedding" });
  const { double, models } = fixture;
  double.install({ name: "mistral-embed", capabilities: ["embedding"] });
  const old = await models.embed(["dogs"], "query", { model: "mistral", template: 1 });
  expect(old.space.id).toBe("mistral@1:4096");
  expect(double.asked.at(-1)?.body).toMatchObject({ model: "mistral-embed", input: ["dogs"] });
  const { space } = await models.embed(["dogs"], "query", { model: "mistral", template: 2 });
  expect(space.id).toBe("mistral@2:4096");
});

test("half a surrogate pair is not sent", async () => {
  await using fixture = await startModels();
  await fixture.models.embed([`${"x".repeat(7_999)}😀`], "document");
  const [sent] = [fixture.double.asked.at(-1)?.body.input].flat();
  expect(sent).toBe(`This sentence : "${"x".repeat(7_999)}\uFFFD." means in one word:"`);
});

test("a failed batch is sent text by text, and a text that fails then fails the call", async () => {
  await using fixture = await startModels();
  const { double, models } = fixture;
  double.fail({ kind: "error", times: 1 });
  expect((await models.embed(["a", "b"], "document")).vectors).toHaveLength(2);
  expect(double.count("embed")).toBe(3);
  double.fail({ kind: "error" });
  await expect(models.embed(["a", "b"], "document")).rejects.toMatchObject({ code: "MODEL_FAILED" });
});

test("converse sends the schema and the messages, and returns the parsed value", async () => {
  const reply = () => ({ intent: "search" });
  await using fixture = await startModels({ reply });
  const schema = { type: "object", properties: { intent: { type: "string" } } };
  const messages = [{ role: "user" as const, content: "dogs" }];
  expect(await fixture.models.converse(messages, schema)).toEqual({ intent: "search" });
  expect(fixture.double.asked.at(-1)?.body).toMatchObject({ model: "mistral", format: schema, messages });
});

test("switched-off models say so and send no request", async () => {
  await using fixture = await startModels({}, { mode: "off" });
  const { double, models, picture } = fixture;
  const status = await models.status(0);
  expect(status).toMatchObject({ version: null, describe: { ready: false, model: "llava", reason: "off" } });
  await expect(models.describe(picture)).rejects.toMatchObject({ code: "MODEL_AWAY" });
  await expect(models.embed(["a"], "query")).rejects.toMatchObject({ code: "MODEL_AWAY" });
  await expect(models.converse([], {})).rejects.toMatchObject({ code: "MODEL_AWAY" });
  expect(double.asked).toEqual([]);
});
