import { categories } from "./cases.ts";
import { sources } from "./households.ts";
import type { Judged, Outcome } from "./run.ts";

const goal = 0.98;
const noneHeldOut =
  "\nThere are no held-out cases among these: something was mended for every set after its first run.";
const percent = (part: number, whole: number) =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;

/**
 * Prints the scores, and each miss where `hasMisses` is set. Returns true if the goals are met: the share of exact answers
 * is asked of the seen cases alone, because a goal for held-out ones would make somebody mend them.
 */
export function report({ photos, misread, judged }: Outcome, hasMisses: boolean): boolean {
  console.log(`${judged.length} utterances over ${photos} photos`);
  const heldOut = judged.filter(({ split }) => split === "held-out");
  const seen = judged.filter(({ split }) => split === "seen");
  if (heldOut.length > 0) printTable("held-out", heldOut);
  else console.log(noneHeldOut);
  if (seen.length > 0) printTable("seen", seen);
  printSources(judged);
  const times = judged.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number) => `${(times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(0)} ms`;
  console.log(`\nan answer takes ${at(0.5)} (median), ${at(0.95)} (95 %)`);
  for (const fact of misread) console.log(`misread ${fact}`);
  if (hasMisses) for (const miss of judged.filter(isMiss)) console.log(tell(miss));
  const isObeyed = judged.every(({ disobeying }) => disobeying.length === 0);
  return exactOf(seen) >= goal * seen.length && isObeyed && misread.length === 0;
}

const isMiss = ({ faults, disobeying }: Judged) => faults.length + disobeying.length > 0;
const exactOf = (judged: Judged[]) => judged.filter(({ faults }) => faults.length === 0).length;

function printTable(title: string, judged: Judged[]): void {
  console.log(`\n${line(title, "utterances", "exact", "", "photos under filters", "obeying")}`);
  for (const category of categories) {
    const those = judged.filter((one) => one.category === category);
    if (those.length > 0) console.log(rowOf(category, those));
  }
  console.log(rowOf("all", judged));
}

function rowOf(name: string, judged: Judged[]): string {
  const exact = exactOf(judged);
  const returned = judged.reduce((sum, one) => sum + one.returned, 0);
  const disobeying = judged.reduce((sum, one) => sum + one.disobeying.length, 0);
  return line(
    name,
    String(judged.length),
    String(exact),
    percent(exact, judged.length),
    String(returned),
    percent(returned - disobeying, returned),
  );
}

function line(name: string, ...columns: string[]): string {
  const widths = [10, 7, 9, 22, 10];
  return name.padEnd(14) + columns.map((column, at) => column.padStart(widths[at] ?? 10)).join("");
}

/** Prints how many were exact at first, before anything was mended for them, and how many are now. */
function printSources(judged: Judged[]): void {
  const row = (name: string, utterances: string, first: string, now: string) =>
    name.padEnd(28) + utterances.padStart(10) + first.padStart(10) + now.padStart(10);
  console.log(`\n${row("source", "utterances", "at first", "now")}`);
  for (const [name, { firstExact }] of Object.entries(sources)) {
    const those = judged.filter(({ source }) => source === name);
    const first = firstExact === null ? "–" : `${firstExact.toFixed(1)} %`;
    if (those.length > 0)
      console.log(row(name, String(those.length), first, percent(exactOf(those), those.length)));
  }
}

function tell({ household, category, before, say, faults, disobeying }: Judged): string {
  const said = [...before, say].map((text) => `“${text}”`).join(" → ");
  const lines = [`\n${household}, ${category}: ${said}`, ...faults];
  return [...lines, ...disobeying.map((one) => `disobeys: ${one}`)].join("\n    ");
}
