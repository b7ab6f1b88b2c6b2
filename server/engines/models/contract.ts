import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Models, Progress } from "./port.ts";

export interface ModelsFixture extends AsyncDisposable {
  models: Models;
  /** A JPEG, and a word that its caption must have. */
  picture: Uint8Array;
  word: string;
}

/**
 * Tests what every adapter of the Models port must do. `start` gives a server that has all models, and the
 * adapter on it.
 */
export function modelsContract(name: string, start: () => Promise<ModelsFixture>): void {
  describe(name, () => {
    let fixture: ModelsFixture;
    beforeAll(async () => {
      fixture = await start();
    });
    afterAll(() => fixture[Symbol.asyncDispose]());

    const length = (vector: Float32Array) => Math.hypot(...vector);
    const cosine = (a: Float32Array, b: Float32Array) =>
      a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

    test("all models are ready, and each reports its name", async () => {
      const { describe, embed, converse, address } = await fixture.models.status(0);
      for (const readiness of [describe, embed, converse]) expect(readiness).toMatchObject({ ready: true });
      expect(address).toMatch(/^https?:/);
      expect(describe.model).not.toBe("");
    });

    test("a picture gets a caption and the name of the model that made it", async () => {
      const caption = await fixture.models.describe(fixture.picture);
      expect(caption.text.toLowerCase()).toContain(fixture.word);
      expect(caption.text).toBe(caption.text.trim());
      expect(caption.model).toBe((await fixture.models.status()).describe.model);
    });

    test("each text gets one unit vector, in order, in a named space", async () => {
      const texts = ["a dog on a beach", "snow on a mountain", "a dog on a beach"];
      const { space, vectors } = await fixture.models.embed(texts, "document");
      expect(vectors).toHaveLength(3);
      for (const vector of vectors) {
        expect(vector).toBeInstanceOf(Float32Array);
        expect(vector).toHaveLength(space.dimension);
        expect(length(vector)).toBeCloseTo(1, 5);
      }
      const [first, second, third] = vectors;
      expect(first).toEqual(third);
      expect(first).not.toEqual(second);
      expect(space.id).toBe(`${space.model}@${space.template}:${space.dimension}`);
    });

    test("a question is near the text that answers it, in the same space", async () => {
      const asked = await fixture.models.embed(["dogs at the beach"], "query");
      const written = await fixture.models.embed(["a dog on a beach", "an open book"], "document");
      expect(asked.space).toEqual(written.space);
      const [question] = asked.vectors;
      const [near, far] = written.vectors;
      if (!question || !near || !far) throw new Error("a vector is missing");
      expect(cosine(question, near)).toBeGreaterThan(cosine(question, far));
    });

    test("nothing to embed is a bad request", async () => {
      for (const texts of [[], [""], ["a dog", " \n"]]) {
        await expect(fixture.models.embed(texts, "document")).rejects.toMatchObject({ code: "BAD_REQUEST" });
      }
    });

    test("a conversation is answered in the requested form", async () => {
      const schema = {
        type: "object",
        properties: { words: { type: "string" }, count: { type: "integer" } },
        required: ["words", "count"],
      };
      const answer = await fixture.models.converse([{ role: "user", content: "How many dogs?" }], schema);
      expect(answer).toMatchObject({ words: expect.any(String), count: expect.any(Number) });
    });

    test("pulling an existing model ends at once, and an invalid name is refused", async () => {
      const { models } = fixture;
      const { describe } = await models.status();
      let last: Progress | undefined;
      for await (const part of models.pull(describe.model)) last = part;
      expect(last).toMatchObject({ step: "ready", status: expect.any(String) });
      for (const parts of [models.pull("../x"), models.prepare("../x")]) {
        await expect(parts[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: "BAD_REQUEST" });
      }
    });

    test("after both were used, it is known whether memory holds both or one", async () => {
      const { models, picture } = fixture;
      await models.describe(picture);
      await models.embed(["a dog"], "document");
      expect(await models.holdsBoth()).toEqual(expect.any(Boolean));
    });

    test("an aborted call ends with the caller's reason", async () => {
      const signal = AbortSignal.abort(new Error("no longer wanted"));
      const { models, picture } = fixture;
      await expect(models.describe(picture, { signal })).rejects.toThrow("no longer wanted");
      await expect(models.embed(["a dog"], "query", { signal })).rejects.toThrow("no longer wanted");
      await expect(models.converse([], {}, { signal })).rejects.toThrow("no longer wanted");
    });
  });
}
