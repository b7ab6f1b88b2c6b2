import type { AddressInfo } from "node:net";
import { readConfig } from "./config.ts";
import { endWhenThereIsRoom, endWithParent, reportAndExit, tellPublished } from "./process.ts";
import { openServices } from "./services.ts";
import { createWeb } from "./web.ts";

/** Runs the web process, and tells its supervisor where it listens. */
async function main(): Promise<void> {
  const config = readConfig();
  const services = await openServices(config, "web", tellPublished);
  if (!services.database.isReadOnly) {
    await services.ingest.sweep();
    await services.converse.resume();
  }
  const web = await createWeb(config, services, { dev: process.argv.includes("--dev") });
  const server = await web.listen();
  const { port } = server.address() as AddressInfo;
  process.send?.({ type: "listening", port });
  services.log.info({ port }, "listening");

  const close = async () => {
    await web.close();
    await services.close();
  };
  endWithParent(close);
  if (services.database.isReadOnly) endWhenThereIsRoom(() => services.room.ensure(0), close);
}

main().catch(reportAndExit);
