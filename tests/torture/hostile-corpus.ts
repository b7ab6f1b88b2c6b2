import { abuse } from "./hostile-run.ts";
import { atMost, counted, none, type Scenario } from "./scenario.ts";

const files = 2_000;
/** Megabytes of the worker and all its children. */
export const treeLimit = 1_200;
/** Seconds that a file may be open: a minute, and a moment to give it up. */
export const openLimit = 65;

/** Two thousand broken and hostile files are uploaded, with good photos among them. */
export const hostileCorpus: Scenario = {
  name: "hostile files",
  async run({ forMs, seed }) {
    const found = await abuse({ files, seed, sendFor: forMs * 0.5, waitFor: Math.max(forMs, files * 1_000) });
    return [
      counted("hostile files sent", found.sent),
      counted("of them refused at the door", found.refused),
      counted("shown, as nothing that is shown was harmed", found.ends.whole),
      counted("shown in part", found.ends.part),
      counted("found by their facts", found.ends.facts),
      counted("set aside", found.ends.failed),
      none("answers that were errors of ours", found.faults),
      none("files without an end", found.endless),
      none("not shown, without a reason", found.unnamed),
      none("web or worker processes that died", found.died),
      counted("good photos among them", found.good),
      none("good photos that failed", found.goodFailed),
      atMost("longest time that a file was open", found.longestOpen / 1_000, openLimit, "s"),
      atMost("memory of the worker's whole tree", found.peak / 1e6, treeLimit, "MB"),
      atMost("slowest answer of /healthz meanwhile", found.slowest, 100, "ms"),
      counted("time for all of it", found.seconds, "s"),
    ];
  },
};
