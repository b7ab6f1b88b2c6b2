import { report } from "./conversations/report.ts";
import { runConversations } from "./conversations/run.ts";
import { evaluateRetrieval, type Recall } from "./retrieval.ts";
import { kindsHere } from "./retrieval-data.ts";

// npm run evaluate [-- retrieval | conversations [category]] [--misses]
const options = process.argv.slice(2);
const [what, category] = options.filter((option) => !option.startsWith("--"));

const line = ({ name, at1, at5, at10, ndcg }: Recall) =>
  `${name.padEnd(30)} ${[at1, at5, at10, ndcg].map((value) => value.toFixed(3)).join("  ")}`;

if (what === undefined || what === "retrieval") {
  for (const kind of kindsHere) {
    const { rows } = await evaluateRetrieval(kind);
    console.log(kind.padEnd(30), "@1     @5     @10    nDCG@10");
    for (const row of rows) console.log(line(row));
  }
}
if (what === undefined || what === "conversations") {
  const outcome = await runConversations((one) => category === undefined || one.category === category);
  if (!report(outcome, options.includes("--misses"))) process.exitCode = 1;
}
