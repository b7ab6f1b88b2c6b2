import { availableParallelism, cpus, totalmem } from "node:os";
import type { Row } from "./row.ts";

/** The place and time of a measurement. */
export interface Circumstances {
  date: string;
  machine: string;
  node: string;
  command: string;
}

export function circumstances(command: string): Circumstances {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  const memory = Math.round(totalmem() / 2 ** 30);
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${model}, ${availableParallelism()} cores, ${memory} GiB, ${process.platform} ${process.arch}`,
    node: process.version,
    command,
  };
}

const heads = ["", "value", "unit", "goal", ""];

/** Writes the rows in aligned columns, for a screen. */
export function asText(rows: Row[]): string {
  const cells = [heads, ...rows.map(cellsOf)];
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lineOf = (row: string[]) =>
    row
      .map((cell, column) =>
        column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return cells.map(lineOf).join("\n");
}

export function asMarkdown(rows: Row[]): string {
  const lineOf = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [lineOf(heads), "|---|---:|---|---|---|", ...rows.map((row) => lineOf(cellsOf(row)))].join("\n");
}

function cellsOf({ name, value, unit, goal, ok }: Row): string[] {
  return [name, figure(value), unit, goal ?? "", ok === undefined ? "" : ok ? "held" : "missed"];
}

/** Writes about three digits, because the measurement is no more precise than that. */
export function figure(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size < 10 ? 2 : size < 100 ? 1 : 0);
}

const begin = "<!-- begin: figures, written by a command -->";
const end = "<!-- end -->";

/** Returns the document with its figures replaced by these. Throws if it has no place for them. */
export function withFigures(document: string, from: Circumstances, rows: Row[]): string {
  const [start, stop] = [document.indexOf(begin), document.indexOf(end)];
  if (start < 0 || stop < start) throw new Error(`the document has no place for figures: ${begin} … ${end}`);
  const { date, machine, node, command } = from;
  const about = `\`${command}\` on ${date}: ${machine}; Node ${node}.`;
  return `${document.slice(0, start)}${begin}\n${about}\n\n${asMarkdown(rows)}\n${document.slice(stop)}`;
}
