import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "#server/errors.ts";
import { healthCommand } from "./health-command.ts";
import { indexCommand } from "./index-command.ts";
import { modelsCommand } from "./models-command.ts";
import { isQuiet, type Terminal, terminal } from "./terminal.ts";

const help = `glimpse <command>

  health                   whether the engines answer from here
  index verify             compares the photos with the search index, and names what is missing
  index rebuild            fills the search index anew from the database, beside the one that serves
  models                   what each model can do here, and what to do where it cannot
  models pull [model]      has Ollama fetch a model; all that are set, without a name
  models prepare [model]   makes a copy of a language model that embeds on today's Ollama
                           [--file PATH]  its GGUF file, where Ollama's folder cannot be read from here

Settings are read from the environment and .env, as "npm start" reads them.`;

const commands: Record<string, (args: string[], terminal: Terminal) => Promise<number>> = {
  health: healthCommand,
  index: indexCommand,
  models: modelsCommand,
};

/** Runs one command line; answers with the exit code: 0 done, 1 not well, 2 not understood. */
async function main([name = "", ...args]: string[]): Promise<number> {
  if (["", "help", "--help", "-h"].includes(name)) {
    console.log(help);
    return name === "" ? 2 : 0;
  }
  const command = commands[name];
  if (!command) {
    console.error(`glimpse: there is no command "${name}".\n\n${help}`);
    return 2;
  }
  return command(args, terminal);
}

main(process.argv.slice(2)).then(
  async (code) => {
    process.exitCode = code;
    // A connection that will not close keeps no terminal waiting.
    await pause(2_000, undefined, { ref: false });
    process.exit(code);
  },
  (error: unknown) => {
    if (isQuiet(error)) process.exit(130);
    console.error(error instanceof AppError ? `glimpse: ${error.message}` : error);
    process.exit(error instanceof AppError && error.code === "BAD_REQUEST" ? 2 : 1);
  },
);
