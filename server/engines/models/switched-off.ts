import { AppError } from "#server/errors.ts";
import type { Models, Progress, Readiness } from "./port.ts";

interface Chosen {
  address: string;
  visionModel: string;
  embedModel: string;
  chatModel: string;
}

/** Stands for models that are never asked, because GLIMPSE_MODELS is `off`. */
export function switchedOff({ address, visionModel, embedModel, chatModel }: Chosen): Models {
  const detail = "Models are switched off (GLIMPSE_MODELS is off).";
  const off = (model: string): Readiness => ({
    ready: false,
    model,
    reason: "off",
    detail,
    remedy: null,
  });
  const refuse = async (): Promise<never> => {
    throw new AppError("MODEL_AWAY", detail);
  };
  const refuseAll = (): AsyncIterable<Progress> => ({
    [Symbol.asyncIterator]: () => ({ next: refuse }),
  });
  return {
    servers: [],
    embedder: async () => null,
    status: async () => ({
      address,
      version: null,
      describe: off(visionModel),
      embed: { ...off(embedModel), advice: null },
      converse: off(chatModel),
      servers: [],
    }),
    describe: refuse,
    embed: refuse,
    converse: refuse,
    pull: refuseAll,
    prepare: refuseAll,
    holdsBoth: async () => null,
    close: async () => {},
  };
}
