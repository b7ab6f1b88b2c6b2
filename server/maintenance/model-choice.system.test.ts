import { expect, test } from "vitest";
import { startOllama } from "#tests/doubles/ollama.ts";
import { usualModels } from "#tests/doubles/ollama-models.ts";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { followModels } from "../engines/models/followed.ts";
import { createOllama } from "../engines/models/ollama.ts";
import { createChosenModels } from "../library/chosen-models.ts";
import { openModelChoice } from "./model-choice.ts";

const given = { visionModel: "llava", embedModel: "mistral", chatModel: "mistral" };
const nomic = { name: "nomic-embed-text", capabilities: ["embedding" as const] };
const onError = (error: unknown) => {
  throw error;
};

onEachDatabase((connect) => {
  test("a choice is followed by another process, and what the environment names cannot be chosen", async () => {
    await using ollama = await startOllama({ models: [...usualModels, nomic] });
    const chosen = createChosenModels(await connect());
    const open = async () => {
      const models = followModels(given, (names) =>
        createOllama({ ...names, address: ollama.url, mode: "auto" }),
      );
      const needs = { models, chosen, given, fixed: ["converse" as const], addresses: [ollama.url], onError };
      return { models, choice: await openModelChoice(needs) };
    };
    const here = await open();
    const there = await open();
    try {
      expect(await here.choice.choices()).toMatchObject({
        uses: {
          describe: { model: "llava", isFixed: false },
          embed: { model: "mistral", isFixed: false },
          converse: { model: "mistral", isFixed: true },
        },
        installed: [
          { name: "llava", describes: true, embeds: false, converses: true },
          { name: "mistral", describes: false, converses: true },
          { name: "nomic-embed-text", describes: false, embeds: true, converses: false },
        ],
      });
      await here.choice.choose("embed", "nomic-embed-text");
      expect((await here.models.embed(["a dog"], "query")).space.model).toBe("nomic-embed-text");
      await there.choice.look();
      expect((await there.models.status()).embed).toMatchObject({ ready: true, model: "nomic-embed-text" });
      const [server] = there.models.servers;
      expect(await there.models.embedder()).toBe(server);
      await expect(here.choice.choose("converse", "llava")).rejects.toThrow(
        "An environment variable names this model",
      );
      await expect(here.choice.choose("describe", "mistral")).rejects.toThrow("can do this");
      await here.choice.choose("embed", null);
      expect(here.models.names()).toEqual(given);
    } finally {
      for (const { models, choice } of [here, there]) {
        await choice.close();
        await models.close();
      }
    }
  });
});
