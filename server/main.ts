import type { AddressInfo } from "node:net";
import { type Config, readConfig } from "./config.ts";
import { AppError } from "./errors.ts";
import { localOwner } from "./library/ids.ts";
import type { Passwords } from "./library/passwords.ts";
import { endWhenThereIsRoom, endWithParent, reportAndExit, tellPublished } from "./process.ts";
import { openServices } from "./services.ts";
import { createWeb } from "./web.ts";
import { isLoopback } from "./web-sites.ts";

/** Runs the web process, and tells its supervisor where it listens. */
async function main(): Promise<void> {
  const config = readConfig();
  const services = await openServices(config, "web", tellPublished);
  await requirePassword(config, services.passwords);
  if (!services.database.isReadOnly) {
    await services.ingest.sweep();
    await services.converse.resume();
  }
  const web = await createWeb(config, services, { dev: process.argv.includes("--dev") });
  const server = await web.listen();
  const { port } = server.address() as AddressInfo;
  process.send?.({ type: "listening", port });
  services.log.info({ port }, "listening");
  // If it fails, the first question reports why.
  void services.warmUp().catch((error: unknown) => services.log.warn(error));
  // The supervisor prints which models are ready; it has no password, so it could not ask.
  void services.status(localOwner).then(
    ({ models }) => process.send?.({ type: "models", models }),
    (error: unknown) => services.log.error(error),
  );

  const close = async () => {
    await web.close();
    await services.close();
  };
  endWithParent(close);
  if (services.database.isReadOnly) endWhenThereIsRoom(() => services.room.ensure(0), close);
}

/**
 * Takes the password of the settings, if there is one. Throws AppError CONFIGURATION if other machines could
 * reach a library without a password.
 */
async function requirePassword({ host, password }: Config, passwords: Passwords): Promise<void> {
  if (password !== null && !(await passwords.fits(localOwner, password))) {
    await passwords.set(localOwner, password);
  }
  if (isLoopback(host) || (await passwords.isSet(localOwner))) return;
  throw new AppError(
    "CONFIGURATION",
    `GLIMPSE_HOST: other machines could see all photos at ${host}, because there is no password; set GLIMPSE_PASSWORD, or run "npm run glimpse -- password set"`,
  );
}

main().catch(reportAndExit);
