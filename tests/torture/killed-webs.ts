import { setTimeout as pause } from "node:timers/promises";
import { damagedOriginals, filesIn, select, sha256 } from "../fixtures/data-folder.ts";
import { temporaryFolder } from "../fixtures/folder.ts";
import { run, spawnGlimpse } from "../fixtures/glimpse.ts";
import { drawPhoto, randomOf } from "../fixtures/photos.ts";
import { sendPhoto, variantOf } from "../fixtures/uploading.ts";
import { counted, none, type Scenario } from "./scenario.ts";

/** The web process is killed again and again while six clients upload. */
export const killedWebs: Scenario = {
  name: "web killed in mid-upload",
  async run({ forMs, seed }) {
    await using folder = await temporaryFolder();
    const settings = { GLIMPSE_DATA: folder.at("data"), GLIMPSE_MODELS: "off", GLIMPSE_LOG: "info" };
    const photo = await drawPhoto(seed, { width: 64, height: 48 });
    const random = randomOf(seed);
    const acknowledged = new Set<string>();
    const end = performance.now() + forMs;
    let kills = 0;
    let sent = 0;
    let unfinished = 0;
    for (; performance.now() < end; kills++) {
      await using web = spawnGlimpse({ command: run("server/main.ts"), settings });
      const url = `http://127.0.0.1:${await web.says(/"port":(\d+)/)}`;
      // Unfinished files of the killed process are swept before the next one listens.
      unfinished += filesIn(folder.at("data"), "staging").length;
      const upload = async () => {
        for (;;) {
          const bytes = Buffer.concat([variantOf(photo, sent++)], 10_000 + Math.floor(random() * 500_000));
          const answer = await sendPhoto(url, bytes).catch(() => null);
          if (!answer?.photo) return;
          acknowledged.add(sha256(bytes));
        }
      };
      const uploads = Promise.all(Array.from({ length: 6 }, upload));
      await pause(50 + random() * 600);
      web.supervisor.kill("SIGKILL");
      await web.ended;
      await uploads;
    }
    const rows = select<{ sha256: string }>(folder.at("data"), "select sha256 from photos");
    const known = new Set(rows.map((row) => row.sha256));
    const files = new Set(filesIn(folder.at("data"), "originals"));
    return [
      counted("web killed in mid-upload", kills, "times"),
      counted("uploads that were acknowledged", acknowledged.size),
      none("of them lost", [...acknowledged].filter((hash) => !known.has(hash) || !files.has(hash)).length),
      none("originals whose bytes are not those of their hash", damagedOriginals(folder.at("data")).length),
      none("rows without their file", [...known].filter((hash) => !files.has(hash)).length),
      none("half-written files after the next start", unfinished),
    ];
  },
};
