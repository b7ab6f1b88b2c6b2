import { evaluateRetrieval, type Recall } from "./retrieval.ts";
import { hasRetrievalData } from "./retrieval-data.ts";

const line = ({ name, at1, at5, at10, ndcg }: Recall) =>
  `${name.padEnd(30)} ${[at1, at5, at10, ndcg].map((value) => value.toFixed(3)).join("  ")}`;

for (const kind of hasRetrievalData ? (["good", "spoilt"] as const) : []) {
  const { rows } = await evaluateRetrieval(kind);
  console.log(`${kind} vectors`.padEnd(30), "@1     @5     @10    nDCG@10");
  for (const row of rows) console.log(line(row));
}
