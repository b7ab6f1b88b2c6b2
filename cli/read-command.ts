import { parseArgs } from "node:util";
import { readConfig } from "#server/config.ts";
import { AppError } from "#server/errors.ts";
import { openServices } from "#server/services.ts";
import type { Terminal } from "./terminal.ts";

/** Runs `glimpse read "…"`, which prints how a question is read: tokens, classes, rules, and what was left. */
export async function readCommand(args: string[], { print }: Terminal): Promise<number> {
  const { text, rules } = parse(args);
  const services = await openServices(readConfig(), "cli");
  try {
    const read = await services.search.explain(services.owner, { text });
    for (const { text: word, classes, names } of read.tokens)
      print(`${word.padEnd(16)} ${[...names.map((name) => `[${name}]`), ...classes].join(" ")}`.trimEnd());
    print(`\n${read.language}, ${read.frame.intent}: ${read.frame.rest}`);
    for (const { rule, detail, words, label } of read.rules)
      print(`  ${words}  →  ${label}  (${detail ? `${rule}: ${detail}` : rule})`);
    for (const thing of read.without) print(`  must not show: ${thing}`);
    print(read.left === "" ? "  nothing is left" : `  left, to be seen in the picture: ${read.left}`);
    if (read.lost !== "") print(`  not understood: ${read.lost}`);
    if (rules)
      for (const [line, names] of read.precedence.entries()) print(`${line + 1}. ${names.join(", ")}`);
    return 0;
  } finally {
    await services.close();
  }
}

function parse(args: string[]): { text: string; rules: boolean } {
  const usage =
    'Say “glimpse read "photos from Lisbon last spring"”, with --rules for the order of the rules.';
  try {
    const options = { rules: { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (positionals.length === 0) throw new AppError("BAD_REQUEST", usage);
    return { text: positionals.join(" "), rules: values.rules ?? false };
  } catch (cause) {
    throw new AppError("BAD_REQUEST", usage, { cause });
  }
}
