import { type Config, readConfig } from "#server/config.ts";
import { AppError } from "#server/errors.ts";
import { isUntouched } from "#server/maintenance/library-identity.ts";
import { placeOf } from "#server/open-library.ts";
import { openServices, type Services } from "#server/services.ts";

/** Opens a library that is there, because a command that looks at one must not begin one. Throws NOT_FOUND. */
export async function openExistingLibrary(config: Config = readConfig()): Promise<Services> {
  if (await isUntouched(placeOf(config)))
    throw new AppError(
      "NOT_FOUND",
      `There is no library in ${config.dataFolder}. GLIMPSE_DATA can name another folder, and “npm start” begins a library.`,
    );
  return openServices(config, "cli");
}
