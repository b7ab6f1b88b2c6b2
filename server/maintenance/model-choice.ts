import type { FollowedModels, ModelNames } from "../engines/models/followed.ts";
import { type InstalledModel, installedModels } from "../engines/models/installed.ts";
import { canonicalName } from "../engines/models/templates.ts";
import { AppError } from "../errors.ts";
import { type ChosenModels, type ModelUse, modelUses } from "../library/chosen-models.ts";

export interface ModelChoices {
  /** `isFixed`: an environment variable names the model. */
  uses: Record<ModelUse, { model: string; isFixed: boolean }>;
  /** The models that the servers have. */
  installed: InstalledModel[];
}

/** Lets a person choose the models; each process follows the choice within seconds. */
export interface ModelChoice {
  choices(): Promise<ModelChoices>;
  /** Null takes the choice back. Throws BAD_REQUEST where the environment says which model, or for one that is not there. */
  choose(use: ModelUse, model: string | null): Promise<void>;
  /** Reads the choice from the rows, and follows it. */
  look(): Promise<void>;
  close(): Promise<void>;
}

interface Needs {
  models: FollowedModels;
  chosen: ChosenModels;
  /** The models of the settings, and the uses whose model the environment names. */
  given: ModelNames;
  fixed: readonly ModelUse[];
  addresses: readonly string[];
  onError(error: unknown): void;
}

/** How often the rows are read, ms. */
const every = 2_000;

const nameOf: Record<ModelUse, keyof ModelNames> = {
  describe: "visionModel",
  embed: "embedModel",
  converse: "chatModel",
};
const can: Record<ModelUse, "describes" | "embeds" | "converses"> = {
  describe: "describes",
  embed: "embeds",
  converse: "converses",
};

/** Begins to follow what is chosen. */
export async function openModelChoice(needs: Needs): Promise<ModelChoice> {
  const { models, chosen, given, fixed, addresses, onError } = needs;

  async function look(): Promise<void> {
    const rows = await chosen.read();
    const names = { ...given };
    for (const use of modelUses) {
      const model = rows[use];
      if (model !== undefined && !fixed.includes(use)) names[nameOf[use]] = model;
    }
    models.use(names);
  }

  let told = "";
  const timer = setInterval(() => {
    look().then(
      () => {
        told = "";
      },
      (error: unknown) => {
        // A database that is away stays away for a while, so its error is reported once.
        if (told !== String(error)) onError(error);
        told = String(error);
      },
    );
  }, every);
  timer.unref();
  // If the rows cannot be read (the disk is full, the database away), the models of the settings are used meanwhile.
  await look().catch(onError);

  return {
    look,
    async choices() {
      const names = models.names();
      const choice = (use: ModelUse) => ({
        model: canonicalName(names[nameOf[use]]),
        isFixed: fixed.includes(use),
      });
      return {
        uses: { describe: choice("describe"), embed: choice("embed"), converse: choice("converse") },
        installed: await installedModels(addresses),
      };
    },
    async choose(use, model) {
      if (fixed.includes(use))
        throw new AppError(
          "BAD_REQUEST",
          "An environment variable names this model, so it cannot be chosen here.",
        );
      if (model !== null) {
        const name = canonicalName(model);
        const found = (await installedModels(addresses)).find((each) => each.name === name);
        const isOfSettings = canonicalName(given[nameOf[use]]) === name;
        if (!isOfSettings && !found?.[can[use]])
          throw new AppError("BAD_REQUEST", `No model server has a model ${name} that can do this.`);
      }
      await chosen.write(use, model === null ? null : canonicalName(model));
      await look();
    },
    async close() {
      clearInterval(timer);
    },
  };
}
