import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { readConfig } from "#server/config.ts";
import { createOllama } from "#server/engines/models/ollama.ts";
import type { Models } from "#server/engines/models/port.ts";
import { readQuestion } from "#server/search/reading/read-question.ts";
import { leftOver } from "#server/search/rewriting/left-over.ts";
import { isWorthRewriting, type Rewritten, rewrite } from "#server/search/rewriting/rewrite.ts";
import { kellers } from "#tests/fixtures/reading/keller-household.ts";
import { show } from "#tests/fixtures/reading/show.ts";

const questionsFile = resolve(import.meta.dirname, "../tests/fixtures/reading/real-questions.jsonl");
const questionSchema = z.object({
  asked: z.string(),
  after: z.boolean().default(false),
  verdict: z.string(),
});

/** In milliseconds, as Glimpse has it where nothing else is set. */
const patience = readConfig({}).secondReaderMs;

interface Judged {
  question: string;
  /** A person's verdict on the first reading. */
  verdict: string;
  first: string;
  left: string[];
  /** Null if the model said nothing in time. */
  second: Rewritten | null;
  ms: number;
}

/** Has the chat model at this address rewrite what people really ask, and prints both readings for a person to judge. */
export async function evaluateRewriting(address: string, chatModel: string): Promise<boolean> {
  const models = createOllama({
    ...{ address, mode: "auto", chatModel },
    ...{ visionModel: chatModel, embedModel: chatModel },
  });
  try {
    const { converse } = await models.status(0);
    if (!converse.ready) {
      console.error(`${chatModel} at ${address} is not ready: ${converse.detail}`);
      return false;
    }
    report(await judgeAll(models));
    return true;
  } finally {
    await models.close();
  }
}

async function judgeAll(models: Models): Promise<{ all: number; judged: Judged[] }> {
  const lines = readFileSync(questionsFile, "utf8").trimEnd().split("\n");
  const judged: Judged[] = [];
  let isWarm = false;
  for (const line of lines) {
    const { asked, after, verdict } = questionSchema.parse(JSON.parse(line));
    const read = async (text: string) => readQuestion(text, { ...kellers, hasShown: after });
    const first = { text: asked, reading: await read(asked) };
    if (!isWorthRewriting(first)) continue;
    const ask = (within: number) =>
      rewrite(models, first, { names: kellers.vocabulary, read, signal: AbortSignal.timeout(within) });
    // The first one waits until the model is loaded.
    if (!isWarm) await ask(600_000).catch(() => null);
    isWarm = true;
    const began = performance.now();
    const second = await ask(patience).catch(() => null);
    const ms = performance.now() - began;
    judged.push({ question: asked, verdict, first: show(first.reading), left: leftOver(first), second, ms });
  }
  return { all: lines.length, judged };
}

function report({ all, judged }: { all: number; judged: Judged[] }): void {
  for (const { question, verdict, first, left, second, ms } of judged) {
    console.log(`\n${question}  (${verdict})`);
    console.log(`  first   ${first}   left over: ${left.join(", ")}`);
    if (!second) console.log(`  second  nothing, ${Math.round(ms)} ms`);
    else {
      const taken = second.refused === null ? "taken" : `refused: ${second.refused}`;
      console.log(`  second  ${show(second.reading)}   “${second.text}”  ${taken}, ${Math.round(ms)} ms`);
    }
  }
  const taken = judged.filter(({ second }) => second?.refused === null).length;
  const silent = judged.filter(({ second }) => second === null).length;
  const refused = judged.length - taken - silent;
  console.log(`\n${all} questions; of ${judged.length} words were left over, and the model was asked:`);
  console.log(`  taken ${taken}, refused ${refused}, nothing said within ${patience / 1000} s ${silent}`);
}
