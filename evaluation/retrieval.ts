import { chooseWeight, type RankingTrial } from "#server/search/calibrate.ts";
import { rank, weighingFor } from "#server/search/rank.ts";
import { temporaryFolder } from "#tests/fixtures/folder.ts";
import { fillCaptions } from "./caption-library.ts";
import { type Kind, readRetrievalData } from "./retrieval-data.ts";

export interface Recall {
  name: string;
  at1: number;
  at5: number;
  at10: number;
  /** nDCG@10 with one right answer a question. */
  ndcg: number;
}

/** The weight is chosen on this many lines, which a seed picks, and judged on the others. */
const calibratedOn = 100;

/**
 * Ranks the captions of ../shared/retrieval as a library's photos are ranked: through the embedded index, the rows' hubs
 * and `rank`. The words' weight is calibrated on 100 lines and judged on the questions of the other 900.
 */
export async function evaluateRetrieval(kind: Kind): Promise<{ weight: number | null; rows: Recall[] }> {
  await using folder = await temporaryFolder();
  const data = readRetrievalData(kind);
  const library = await fillCaptions(folder.path, data.documents, kind !== "spoilt");
  try {
    const lines = shuffled([...new Set(data.questions.map(({ answer }) => answer))]);
    // When there are few photos, all of them are judged and none is used to calibrate.
    const chosen = new Set(lines.length > calibratedOn ? lines.slice(0, calibratedOn) : []);
    const trials: (RankingTrial & { answer: number })[] = [];
    for (const { text, vector, answer } of data.questions) {
      const { found, documents } = await library.ask(text, vector);
      trials.push({ found, documents, photoId: library.idOf(answer), answer });
    }
    const usual = weighingFor(kind !== "spoilt", "words");
    const judged = trials.filter(({ answer }) => !chosen.has(answer));
    const calibrating = trials.filter(({ answer }) => chosen.has(answer));
    const weight = calibrating.length > 0 ? chooseWeight(calibrating, usual) : null;
    const byVector = (trial: RankingTrial): RankingTrial => ({
      ...trial,
      found: { ...trial.found, words: [] },
    });
    const byWords = (trial: RankingTrial): RankingTrial => ({
      ...trial,
      found: { ...trial.found, near: null, background: null, crowding: null },
    });
    const plainly = (trial: RankingTrial): RankingTrial => ({
      ...byVector(trial),
      found: { ...byVector(trial).found, crowding: null },
    });
    return {
      weight,
      rows: [
        recallOf("cosine alone", judged.map(plainly), usual),
        recallOf("cosine without hubs", judged.map(byVector), usual),
        recallOf("words alone", judged.map(byWords), usual),
        recallOf("fused, default weight", judged, usual),
        ...(weight === null
          ? []
          : [recallOf(`fused, calibrated (${weight})`, judged, { ...usual, words: weight })]),
      ],
    };
  } finally {
    await library.close();
  }
}

function recallOf(name: string, trials: RankingTrial[], weighing: ReturnType<typeof weighingFor>): Recall {
  const within = { 1: 0, 5: 0, 10: 0 };
  let ndcg = 0;
  for (const { found, documents, photoId } of trials) {
    const place = rank(found, documents, weighing).findIndex((hit) => hit.photoId === photoId);
    if (place === -1) continue;
    for (const most of [1, 5, 10] as const) if (place < most) within[most]++;
    if (place < 10) ndcg += 1 / Math.log2(place + 2);
  }
  const share = (count: number) => count / trials.length;
  return { name, at1: share(within[1]), at5: share(within[5]), at10: share(within[10]), ndcg: share(ndcg) };
}

/** This is the shuffle of Fisher and Yates with Lehmer's generator, so that every run draws the same. */
function shuffled(numbers: number[]): number[] {
  let state = 1;
  for (let at = numbers.length - 1; at > 0; at--) {
    state = (state * 48_271) % 2_147_483_647;
    const other = state % (at + 1);
    [numbers[at], numbers[other]] = [numbers[other] ?? 0, numbers[at] ?? 0];
  }
  return numbers;
}
