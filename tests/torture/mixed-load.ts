import { setTimeout as pause } from "node:timers/promises";
import { startOllama } from "../doubles/ollama.ts";
import { damagedOriginals, filesIn, select, sha256 } from "../fixtures/data-folder.ts";
import { startGlimpse } from "../fixtures/glimpse.ts";
import { drawPhoto, randomOf } from "../fixtures/photos.ts";
import { killHard } from "../fixtures/processes.ts";
import { sendPhoto, variantOf } from "../fixtures/uploading.ts";
import { atMost, counted, none, type Scenario } from "./scenario.ts";

/** Jobs of which none has ended for so long, ms, are taken for jobs without an end. */
const stuckAfter = 120_000;

/** Uploads, questions and deletions go on while web and worker are killed, frozen and started again at random. */
export const mixedLoad: Scenario = {
  name: "mixed load with random faults",
  async run({ forMs, seed }) {
    await using ollama = await startOllama({ pace: { requestMs: 20 } });
    await using glimpse = await startGlimpse({ ollama: ollama.url });
    const random = randomOf(seed);
    const photo = await drawPhoto(seed, { width: 200, height: 150 });
    const acknowledged = new Map<string, string>();
    const removed = new Set<string>();
    const end = performance.now() + forMs;
    const isOver = () => performance.now() > end;
    let sent = 0;
    let answered = 0;
    let faults = 0;

    const upload = async () => {
      while (!isOver()) {
        const bytes = variantOf(photo, sent++);
        const answer = await sendPhoto(glimpse.url, bytes).catch(() => null);
        if (answer?.photo) acknowledged.set(answer.photo.id, sha256(bytes));
        else await pause(200);
      }
    };
    const ask = async () => {
      while (!isOver()) {
        const found = await glimpse.api.search.run.query({ text: "photos from 2026" }).catch(() => null);
        if (found) answered++;
        await pause(100);
      }
    };
    const remove = async () => {
      while (!isOver()) {
        await pause(500);
        const id = [...acknowledged.keys()].find((each) => !removed.has(each));
        if (!id) continue;
        const done = await glimpse.api.photos.remove.mutate({ ids: [id] }).catch(() => null);
        if (done) removed.add(id);
      }
    };
    const harm = async () => {
      while (!isOver()) {
        await pause(500 + random() * 3_000);
        const { web, worker } = glimpse.processes();
        const victim = random() < 0.5 ? web : worker;
        if (!victim) continue;
        faults++;
        if (random() < 0.7) killHard(victim);
        else {
          process.kill(victim, "SIGSTOP");
          await pause(random() * 2_000);
          process.kill(victim, "SIGCONT");
        }
      }
    };
    await Promise.all([upload(), upload(), ask(), remove(), harm()]);
    const left = () =>
      select<{ jobs: number }>(
        glimpse.dataFolder,
        "select count(*) as jobs from jobs where state <> 'failed'",
      )[0]?.jobs ?? 0;
    // A machine that is too slow for the goal is told apart from jobs that do not end: we give up only when none ends any more.
    const begun = performance.now();
    let fewest = left();
    for (let endedAt = performance.now(); fewest > 0 && performance.now() - endedAt < stuckAfter; ) {
      await pause(500);
      const now = left();
      if (now < fewest) endedAt = performance.now();
      fewest = Math.min(fewest, now);
    }
    const took = (performance.now() - begun) / 1_000;
    const rows = select<{ id: string; sha256: string; status: string }>(
      glimpse.dataFolder,
      "select id, sha256, status from photos",
    );
    const known = new Map(rows.map((row) => [row.id, row]));
    const files = new Set(filesIn(glimpse.dataFolder, "originals"));
    const lost = [...acknowledged].filter(([id, hash]) => known.get(id)?.sha256 !== hash || !files.has(hash));
    return [
      counted("processes killed or frozen under mixed load", faults, "times"),
      counted("uploads that were acknowledged", acknowledged.size),
      none("of them lost, or with other bytes", lost.length),
      none("originals whose bytes are not those of their hash", damagedOriginals(glimpse.dataFolder).length),
      counted("questions answered meanwhile", answered),
      none("photos set aside", rows.filter(({ status }) => status === "failed").length),
      none("jobs without an end", left()),
      atMost("done after the last fault in", took, 300, "s"),
    ];
  },
};
