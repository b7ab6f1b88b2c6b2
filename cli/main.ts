import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "#server/errors.ts";
import { backupCommand } from "./backup-command.ts";
import { describeAgainCommand } from "./describe-again-command.ts";
import { doctorCommand } from "./doctor-command.ts";
import { exportCommand } from "./export-command.ts";
import { healthCommand } from "./health-command.ts";
import { indexCommand } from "./index-command.ts";
import { modelsCommand } from "./models-command.ts";
import { passwordCommand } from "./password-command.ts";
import { readCommand } from "./read-command.ts";
import { restoreCommand } from "./restore-command.ts";
import { isQuiet, type Terminal, terminal } from "./terminal.ts";
import { tokenCommand } from "./token-command.ts";
import { verifyCommand } from "./verify-command.ts";

const help = `glimpse <command>

  doctor                   looks at everything that Glimpse needs, and says what to do; within a minute
  health                   checks whether the engines answer from here, and nothing more
  verify                   compares the photos with their files, the database and the index, and names what is wrong
                           --deep    reads every original; goes on where it was stopped
                           --repair  has renditions and index made again where they are missing
  backup DIR|FILE.tar      backs up database and originals while Glimpse runs; into the same DIR only what is new
                           --deep  reads again what is in DIR already
  export DIR               writes all photos by year and month under their names, each with an XMP sidecar
  restore BACKUP           restores a backup into an empty data folder, or puts a copy of the database in its place
                           --originals  brings back damaged and missing originals, and nothing else
  index verify             compares the photos with the search index, and names what is missing
  index rebuild            fills a new search index from the database while the old one serves
  models                   shows what each model can do here, and how to mend what it cannot
  models pull [model]      makes Ollama fetch a model, or without a name all models of the settings
  models prepare [model]   makes a copy of a language model that embeds on today's Ollama
                           [--file PATH]  its GGUF file, if Ollama's folder cannot be read from here
  describe-again           has photos described again; their captions serve until the new ones are there
                           --photo ID    one photo
                           --model NAME  all photos that this model has described
                           --refused     all whose caption is none, and all that could not be described
  password set             asks for the password that guards the photos, and logs all browsers out
  password remove          takes it away; Glimpse then answers on this machine only
  read "QUESTION"          shows how a question is read: words, classes, rules, and what was left
                           --rules       and which rule gets words that several want
  token create             makes a token for a program, and shows it once
                           --read        it may look at everything
                           --upload      it may bring photos in, and nothing else
                           --all         it may do everything
                           --name NAME   a name to know it by
  token list               shows what each token may do, and when it was last used
  token revoke ID|NAME     makes a token worthless at once

Settings are read from the environment and .env, as "npm start" reads them.`;

type Command = (args: string[], terminal: Terminal) => Promise<number>;

/** A map, because an object would also have inherited names such as "constructor". */
const commands = new Map<string, Command>(
  Object.entries({
    backup: backupCommand,
    "describe-again": describeAgainCommand,
    doctor: doctorCommand,
    export: exportCommand,
    health: healthCommand,
    index: indexCommand,
    models: modelsCommand,
    password: passwordCommand,
    token: tokenCommand,
    read: readCommand,
    restore: restoreCommand,
    verify: verifyCommand,
  }),
);

/**
 * Runs one command line and returns the exit code: 0 for success, 1 for a problem, 2 for a command that we do
 * not know.
 */
async function main([name = "", ...args]: string[]): Promise<number> {
  if (["", "help", "--help", "-h"].includes(name)) {
    console.log(help);
    return name === "" ? 2 : 0;
  }
  const command = commands.get(name);
  if (!command) {
    console.error(`glimpse: there is no command "${name}".\n\n${help}`);
    return 2;
  }
  return command(args, terminal);
}

main(process.argv.slice(2)).then(
  async (code) => {
    process.exitCode = code;
    // A connection that will not close must not keep the terminal waiting.
    await pause(2_000, undefined, { ref: false });
    process.exit(code);
  },
  (error: unknown) => {
    if (isQuiet(error)) process.exit(130);
    console.error(error instanceof AppError ? `glimpse: ${error.message}` : error);
    process.exit(error instanceof AppError && error.code === "BAD_REQUEST" ? 2 : 1);
  },
);
