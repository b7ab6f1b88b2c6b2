import { expect, test } from "vitest";
import { onEachDatabase } from "#tests/fixtures/databases.ts";
import { createChosenModels } from "./chosen-models.ts";

onEachDatabase((connect) => {
  test("a chosen model is kept, changed and taken back", async () => {
    const chosen = createChosenModels(await connect());
    expect(await chosen.read()).toEqual({});
    await chosen.write("describe", "qwen2.5vl");
    await chosen.write("embed", "bge-m3");
    await chosen.write("describe", "gemma3");
    expect(await chosen.read()).toEqual({ describe: "gemma3", embed: "bge-m3" });
    await chosen.write("describe", null);
    expect(await chosen.read()).toEqual({ embed: "bge-m3" });
  });
});
