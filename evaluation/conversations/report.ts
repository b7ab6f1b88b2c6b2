import type { Judged, Outcome } from "./run.ts";
import { categories } from "./types.ts";

const goal = 0.98;
const percent = (part: number, whole: number) =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;

/** Prints a line per category, and each miss where asked for. Answers whether the goals are met. */
export function report({ photos, misread, judged }: Outcome, hasMisses: boolean): boolean {
  console.log(`${judged.length} utterances over ${photos} photos\n`);
  console.log(line("", "utterances", "exact", "", "photos under filters", "obeying"));
  for (const category of categories) {
    const of = judged.filter((one) => one.category === category);
    if (of.length > 0) console.log(rowOf(category, of));
  }
  console.log(rowOf("all", judged));
  const times = judged.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number) => `${(times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(0)} ms`;
  console.log(`\nan answer takes ${at(0.5)} (median), ${at(0.95)} (95 %)`);
  for (const fact of misread) console.log(`misread ${fact}`);
  if (hasMisses) for (const miss of judged.filter(isMiss)) console.log(tell(miss));
  const exact = judged.filter(({ faults }) => faults.length === 0).length;
  const isObeyed = judged.every(({ disobeying }) => disobeying.length === 0);
  return exact >= goal * judged.length && isObeyed && misread.length === 0;
}

const isMiss = ({ faults, disobeying }: Judged) => faults.length + disobeying.length > 0;

function rowOf(name: string, judged: Judged[]): string {
  const exact = judged.filter(({ faults }) => faults.length === 0).length;
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

function tell({ category, before, say, faults, disobeying }: Judged): string {
  const said = [...before, say].map((text) => `“${text}”`).join(" → ");
  return [`\n${category}: ${said}`, ...faults, ...disobeying.map((one) => `disobeys: ${one}`)].join("\n    ");
}
