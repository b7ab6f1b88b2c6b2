import { setTimeout as pause } from "node:timers/promises";
import { select } from "../fixtures/data-folder.ts";
import { startGlimpse } from "../fixtures/glimpse.ts";
import { drawPhoto } from "../fixtures/photos.ts";
import { processesBelow, residentBytes } from "../fixtures/processes.ts";
import { sendPhoto, variantOf } from "../fixtures/uploading.ts";
import { hostileFiles } from "./hostile-files.ts";
import { atMost, counted, none, type Scenario } from "./scenario.ts";

const files = 2_000;
const treeLimit = 1_200;

/** Two thousand broken and hostile files are uploaded, with good photos among them. */
export const hostileCorpus: Scenario = {
  name: "hostile files",
  async run({ forMs, seed }) {
    await using glimpse = await startGlimpse({ settings: { GLIMPSE_LOG: "error" } });
    const { worker = 0, web = 0 } = glimpse.processes();
    const good = await drawPhoto(seed, { width: 64, height: 48 });
    const answers = new Map<number, number>();
    let peak = 0;
    let isOver = false;
    const watching = (async () => {
      while (!isOver) {
        const tree = [worker, ...processesBelow(worker)];
        peak = Math.max(
          peak,
          tree.map(residentBytes).reduce((sum, bytes) => sum + bytes, 0),
        );
        await pause(200);
      }
    })();
    const began = performance.now();
    const corpus = await hostileFiles(files, seed);
    const waiting = corpus.entries();
    let kept = 0;
    const send = async () => {
      for (const [n, { name, bytes }] of waiting) {
        if (performance.now() - began > forMs * 0.5) return;
        const { status } = await sendPhoto(glimpse.url, bytes, { name });
        answers.set(status, (answers.get(status) ?? 0) + 1);
        if (n % 40 === 0 && (await sendPhoto(glimpse.url, variantOf(good, n))).photo) kept++;
      }
    };
    await Promise.all(Array.from({ length: 12 }, send));
    const left = () =>
      select(glimpse.dataFolder, "select id from jobs where stage = 'prepare' and state <> 'failed' limit 1")
        .length;
    let healthy = 0;
    const deadline = performance.now() + Math.max(forMs, 600_000);
    while (left() > 0 && performance.now() < deadline) {
      const asked = performance.now();
      await fetch(`${glimpse.url}/healthz`);
      healthy = Math.max(healthy, performance.now() - asked);
      await pause(500);
    }
    isOver = true;
    await watching;
    const after = glimpse.processes();
    const count = (sql: string) =>
      select<{ n: number }>(glimpse.dataFolder, `select count(*) as n from ${sql}`)[0]?.n ?? -1;
    const goodFailed = count("photos where status = 'failed' and file_name = 'photo.jpg'");
    return [
      counted(
        "hostile files sent",
        [...answers.values()].reduce((sum, n) => sum + n, 0),
      ),
      counted("of them refused at the door", answers.get(415) ?? 0),
      none("answers that were errors of ours", [...answers].filter(([status]) => status >= 500).length),
      none("files without an end", left()),
      none(
        "failed without a reason",
        count("photos where status = 'failed' and coalesce(failure_reason, '') = ''"),
      ),
      none("web or worker processes that died", Number(after.web !== web) + Number(after.worker !== worker)),
      counted("good photos among them", kept),
      none("good photos that failed", goodFailed),
      atMost("memory of the worker's whole tree", peak / 1e6, treeLimit, "MB"),
      atMost("slowest answer of /healthz meanwhile", healthy, 100, "ms"),
      counted("time for all of it", (performance.now() - began) / 1_000, "s"),
    ];
  },
};
