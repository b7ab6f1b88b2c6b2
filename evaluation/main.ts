import { ollamaAddress, readConfig } from "#server/config.ts";
import { categories } from "./conversations/cases.ts";
import { report } from "./conversations/report.ts";
import { runConversations } from "./conversations/run.ts";
import { evaluateRetrieval, type Recall } from "./retrieval.ts";
import { kindsHere } from "./retrieval-data.ts";
import { evaluateRewriting } from "./rewrite.ts";
import { areSetsHere, evaluateOwnCaptions, evaluateSets } from "./sets.ts";

const usage = `npm run evaluate [-- retrieval | sets | conversations [category] | rewrite] [--misses] [--ollama URL]
A category is one of: ${categories.join(", ")}.`;

/** Each command prints its scores, and returns true if the goals are met. */
const commands: Record<string, (words: string[], hasMisses: boolean) => Promise<boolean>> = {
  retrieval: evaluateAllRetrieval,
  sets: evaluateAllSets,
  conversations: evaluateConversations,
  rewrite: () => evaluateRewriting(ollamaAddress(ollama ?? "127.0.0.1:11434"), chatModel),
};

async function evaluateAllRetrieval(): Promise<boolean> {
  for (const kind of kindsHere) {
    const { rows } = await evaluateRetrieval(kind);
    console.log(kind.padEnd(30), "@1     @5     @10    nDCG@10");
    for (const row of rows) console.log(line(row));
  }
  return true;
}

async function evaluateAllSets(_: string[], hasMisses: boolean): Promise<boolean> {
  if (!areSetsHere) return true;
  let isMet = true;
  for (const vectors of ["good", "spoilt", "none", "crowded"] as const) {
    for (const { name, one, several, absent, ofAbsent, misses } of await evaluateSets(vectors)) {
      console.log(
        `${name.padEnd(30)} one ${one.toFixed(3)}  several ${several.toFixed(3)}  absent ${absent} of ${ofAbsent}`,
      );
      if (hasMisses) for (const miss of misses) console.log(`  ${miss}`);
      isMet &&= absent === ofAbsent;
    }
  }
  const { found, of, misses } = await evaluateOwnCaptions();
  console.log(`captions that find their own photo  ${found} of ${of}`);
  if (hasMisses) for (const miss of misses) console.log(`  ${miss}`);
  return isMet;
}

function line({ name, at1, at5, at10, ndcg }: Recall): string {
  return `${name.padEnd(30)} ${[at1, at5, at10, ndcg].map((value) => value.toFixed(3)).join("  ")}`;
}

async function evaluateConversations(words: string[], hasMisses: boolean): Promise<boolean> {
  const category = words.length > 0 ? words.join(" ") : null;
  if (category !== null && !categories.some((known) => known === category))
    stop(`“${category}” is no category`);
  const outcome = await runConversations((one) => category === null || one.category === category);
  return report(outcome, hasMisses);
}

function stop(reason: string): never {
  console.error(`${reason}.\n\n${usage}`);
  process.exit(2);
}

const options = process.argv.slice(2);
const at = options.indexOf("--ollama");
const [, ollama] = at < 0 ? [] : options.splice(at, 2);
if (at >= 0 && !ollama) stop("--ollama needs an address");
const { chatModel } = readConfig();
const unknown = options.find((option) => option.startsWith("--") && option !== "--misses");
if (unknown) stop(`“${unknown}” is no option`);
const [name, ...words] = options.filter((option) => !option.startsWith("--"));
const chosen = name === undefined ? ["retrieval", "conversations"] : [name];
for (const each of chosen) {
  const run = commands[each];
  if (!run) stop(`“${each}” is nothing that can be evaluated`);
  if (!(await run(words, options.includes("--misses")))) process.exitCode = 1;
}
