import { setTimeout as pause } from "node:timers/promises";
import type { StoredTurn } from "../../library/turn-edits.ts";
import { planOf } from "../read-plan.ts";
import type { ReadText } from "../rewriting/left-over.ts";
import { isWorthRewriting, rewrite } from "../rewriting/rewrite.ts";
import { defaultPage } from "../search.ts";
import { searchSentence } from "../wording/sentences.ts";
import { groundOf } from "./shown.ts";
import type { Heard, TurnNeeds } from "./turn-needs.ts";

/** Returns the question and its reading for the second reader; null if no second reading is worth trying. */
export async function rereadable(needs: TurnNeeds, turn: StoredTurn, heard: Heard): Promise<ReadText | null> {
  if (turn.photo_ids.length > 0 || needs.models.servers.length === 0) return null;
  const { sentence, standing } = heard;
  const reading = await needs.search.read(turn.owner, sentence, groundOf(sentence, standing));
  const asked = { text: sentence.text, reading };
  if (!isWorthRewriting(asked)) return null;
  const { on } = await needs.secondReader.rule(turn.owner);
  return on ? asked : null;
}

/**
 * Lets the chat model rewrite the question, and answers the rewritten question if it says the same. If anything goes
 * wrong, the first answer stands. It ends with `signal`, or when any process ends the turn.
 */
export async function rereadTurn(
  needs: TurnNeeds,
  turn: StoredTurn,
  asked: ReadText,
  { sentence }: Heard,
  signal: AbortSignal,
): Promise<void> {
  const over = new AbortController();
  const watching = untilEnded(needs, turn, over);
  const late = AbortSignal.timeout(needs.secondReader.patience);
  try {
    const within = AbortSignal.any([signal, over.signal, late]);
    await takeSecond(needs, turn, asked, sentence, within);
  } catch {
    // The model is away, late or wrong. Nothing has been changed yet.
    signal.throwIfAborted();
  } finally {
    over.abort();
    await watching;
  }
}

async function takeSecond(
  needs: TurnNeeds,
  turn: StoredTurn,
  asked: ReadText,
  clock: { now?: string; timeZone?: string },
  signal: AbortSignal,
): Promise<void> {
  const { search, vectors, models, secondReadings, conversations } = needs;
  const { owner, id } = turn;
  // Another process began with it and died, so this one has just begun, and may not have reached the model yet.
  if (turn.stands === 1) await untilReady(models, signal);
  const { result_set_id: stood } = await conversations.turn(owner, id);
  const names = await search.vocabulary(owner);
  const read = (text: string) => search.read(owner, { ...clock, text });
  const rewriting = rewrite(models, asked, { names, read, signal });
  const rewritten = await Promise.race([rewriting, aborted(signal)]);
  if (rewritten === null || rewritten.refused !== null) return;
  const { text, reading } = rewritten;
  const plan = planOf(reading);
  const words = await vectors.ofWords(plan, signal);
  const set = await search.resolve(owner, plan, { words, lasting: true, signal });
  const { hits } = await search.page(owner, set, 0, defaultPage);
  signal.throwIfAborted();
  const said = searchSentence(plan, set.total, hits, set.found);
  const answered = { plan, result_set_id: set.id, words: said };
  const told = { type: "reread", text, plan, resultSetId: set.id, words: said } as const;
  const serves = await secondReadings.take(turn, {
    ...{ text, answered, stood },
    event: (which) => ({ ...told, serves: which }),
  });
  if (serves) needs.events.nudge();
}

const lookAgain = 200;

/** Waits until the chat model is ready. Throws the reason of `signal`. */
async function untilReady(models: TurnNeeds["models"], signal: AbortSignal): Promise<void> {
  while (!(await Promise.race([models.status(), aborted(signal)])).converse.ready)
    await pause(lookAgain, undefined, { signal });
}

/** Rejects as soon as the signal is aborted, because asking for a status cannot be aborted itself. */
function aborted(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  if (signal.aborted) reject(signal.reason);
  signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  return promise;
}

/** Ends the work as soon as another process has ended the turn. */
async function untilEnded(needs: TurnNeeds, turn: StoredTurn, over: AbortController): Promise<void> {
  const log = { owner: turn.owner, kind: "turn", subject: turn.id } as const;
  try {
    for await (const { type } of needs.events.follow(log, 0, over.signal)) if (type === "done") over.abort();
  } catch {
    // The database is away; the time limit ends the work.
  }
}
