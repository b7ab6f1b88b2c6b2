import { setTimeout as pause } from "node:timers/promises";
import { readConfig } from "#server/config.ts";
import { localOwner } from "#server/library/ids.ts";
import { openServices } from "#server/services.ts";
import { startOllama } from "../doubles/ollama.ts";
import { select } from "../fixtures/data-folder.ts";
import { temporaryFolder } from "../fixtures/folder.ts";
import { run, spawnGlimpse } from "../fixtures/glimpse.ts";
import { drawPhoto, randomOf } from "../fixtures/photos.ts";
import { until } from "../fixtures/until.ts";
import { variantOf } from "../fixtures/uploading.ts";
import { atMost, counted, none, type Scenario } from "./scenario.ts";

const photos = 500;

/** The worker is killed 0.15 to 1.6 s after each start, until the time is over; then it may finish. */
export const killedWorkers: Scenario = {
  name: "worker killed",
  async run({ forMs, seed }) {
    await using folder = await temporaryFolder();
    await using ollama = await startOllama({ pace: { requestMs: 20 } });
    const dataFolder = folder.at("data");
    const settings = {
      GLIMPSE_DATA: dataFolder,
      OLLAMA_HOST: ollama.url,
      XDG_STATE_HOME: folder.at("state"),
    };
    const photo = await drawPhoto(seed, { width: 1_200, height: 900 });
    const services = await openServices(
      readConfig({ ...process.env, ...settings, GLIMPSE_LOG: "silent" }),
      "web",
    );
    for (let number = 0; number < photos; number++) {
      const body = (async function* () {
        yield variantOf(photo, number);
      })();
      await services.ingest.receive(localOwner, { name: "photo.jpg", modifiedAt: null, body });
    }
    await services.close();
    const random = randomOf(seed);
    const end = performance.now() + forMs;
    let kills = 0;
    for (; performance.now() < end; kills++) {
      await using worker = spawnGlimpse({ command: run("worker/main.ts"), settings });
      await pause(150 + random() * 1_450);
      worker.supervisor.kill("SIGKILL");
      await worker.ended;
    }
    const began = performance.now();
    await using _worker = spawnGlimpse({ command: run("worker/main.ts"), settings });
    const left = () => select(dataFolder, "select id from jobs where state <> 'failed' limit 1").length;
    await until("all are done", () => left() === 0, 600_000);
    const count = (sql: string) =>
      select<{ n: number }>(dataFolder, `select count(*) as n from ${sql}`)[0]?.n ?? -1;
    return [
      counted("worker killed 0.15 to 1.6 s after its start", kills, "times"),
      none("photos set aside", count("photos where status = 'failed'")),
      none("photos not indexed in the end", photos - count("photos where status = 'indexed'")),
      none("captions too few or too many", Math.abs(photos - count("captions"))),
      none("vectors too few or too many", Math.abs(photos - count("embeddings"))),
      atMost("done after the last kill in", (performance.now() - began) / 1_000, 300, "s"),
    ];
  },
};
