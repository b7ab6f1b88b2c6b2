import { createOllama, type OllamaOptions } from "#server/engines/models/ollama.ts";
import type { Models } from "#server/engines/models/port.ts";
import { type DoubleOptions, type OllamaDouble, startOllama } from "./ollama.ts";
import { plainPicture } from "./ollama-eyes.ts";

export interface ModelsOnDouble extends AsyncDisposable {
  double: OllamaDouble;
  models: Models;
  /** A picture that the double knows; `word` is a word of its caption. */
  picture: Uint8Array;
  word: string;
}

/** Starts a double, by default one where everything works, and connects the program's own adapter to it. */
export async function startModels(
  server: DoubleOptions = {},
  options: Partial<OllamaOptions> = {},
): Promise<ModelsOnDouble> {
  const picture = await plainPicture("red");
  const captions = [{ image: picture, caption: "The image shows a red barn in a field, in evening light." }];
  const double = await startOllama({ captions, ...server });
  const models = createOllama({
    address: double.url,
    visionModel: "llava",
    embedModel: "mistral",
    chatModel: "mistral",
    mode: "auto",
    ...options,
  });
  return {
    double,
    models,
    picture,
    word: "barn",
    async [Symbol.asyncDispose]() {
      await models.close();
      await double[Symbol.asyncDispose]();
    },
  };
}
