import { join } from "node:path";
import { readConfig } from "#server/config.ts";
import { createGazetteer } from "#server/library/gazetteer/gazetteer.ts";
import { endWhenThereIsRoom, endWithParent, hearPublished, reportAndExit } from "#server/process.ts";
import { openServices } from "#server/services.ts";
import { createDecoder } from "./decode/client.ts";
import { createMarks } from "./marks.ts";
import { startPipeline } from "./pipeline.ts";
import { startUpkeep } from "./upkeep.ts";

/** Runs the worker process, which takes photos through their stages. */
async function main(): Promise<void> {
  const config = readConfig();
  const services = await openServices(config, "worker");
  if (services.database.isReadOnly) {
    endWithParent(services.close);
    endWhenThereIsRoom(() => services.room.ensure(0), services.close);
    return;
  }
  const decoder = createDecoder({ concurrency: config.workerConcurrency, path: config.path });
  const gazetteer = createGazetteer();
  const marks = createMarks(join(config.dataFolder, "open-files"));
  for (const { jobId, alone } of marks.takeOfDead()) await services.jobs.suspect(jobId, alone);
  const tools = { ...services, decoder, marks, gazetteer, maxMegapixels: config.maxMegapixels };
  const pipeline = startPipeline(services, tools, config.workerConcurrency);
  const upkeep = startUpkeep(services);
  hearPublished((lane) => services.queue.publish(lane));

  endWithParent(async () => {
    await upkeep.close();
    await pipeline.close();
    await decoder.close();
    await services.close();
  });
}

main().catch(reportAndExit);
