import { once } from "node:events";
import { parseArgs } from "node:util";
import { type Config, readConfig } from "#server/config.ts";
import { modelRoles } from "#server/doctor.ts";
import type { ModelServerStatus, Models, Progress, Readiness } from "#server/engines/models/port.ts";
import { AppError } from "#server/errors.ts";
import { openModels } from "#server/services.ts";
import type { Terminal } from "./terminal.ts";

/** Runs `glimpse models …`, which needs only Ollama. */
export async function modelsCommand(args: string[], terminal: Terminal): Promise<number> {
  const { positionals, values } = parse(args);
  const [what = "show", model, ...more] = positionals;
  if (more.length > 0) throw new AppError("BAD_REQUEST", "Name one model.");
  const config = readConfig();
  const models = openModels(config);
  try {
    switch (what) {
      case "show":
        return await show(models, terminal);
      case "pull":
        for (const name of model ? [model] : modelsOf(config)) {
          await follow(models.pull(name, { signal: terminal.stop }), name, terminal);
        }
        return 0;
      case "prepare": {
        const name = model ?? config.embedModel;
        const call = { signal: terminal.stop, ...(values.file !== undefined && { file: values.file }) };
        await follow(models.prepare(name, call), name, terminal);
        return 0;
      }
      default:
        throw new AppError(
          "BAD_REQUEST",
          "Say “glimpse models”, “glimpse models pull” or “glimpse models prepare”.",
        );
    }
  } finally {
    await models.close();
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { file: { type: "string" } } });
  } catch (cause) {
    throw new AppError("BAD_REQUEST", cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

const modelsOf = (config: Config) => [...new Set([config.visionModel, config.embedModel, config.chatModel])];

/** In milliseconds. A trial that is broken off would leave an error in the log of Ollama. */
const patience = 600_000;

/** Returns 1 if any model is not ready. */
async function show(models: Models, { print, progress, stop }: Terminal): Promise<number> {
  progress("Trying the models. One that is not in memory is loaded first.");
  const stopped = once(stop, "abort").then(() => stop.throwIfAborted());
  const status = await Promise.race([models.status(0, patience), stopped]);
  if (!status) return 1;
  // While models are off there are no servers.
  const servers = status.servers.length > 0 ? status.servers : [status];
  for (const server of servers) printServer(server, print);
  return [status.describe, status.embed, status.converse].every(({ ready }) => ready) ? 0 : 1;
}

function printServer(server: ModelServerStatus, print: Terminal["print"]): void {
  const { address, version, describe, embed, converse } = server;
  print(version ? `Ollama ${version} at ${address}` : `Ollama at ${address}`);
  const line = (task: string, readiness: Readiness) => {
    print(`${readiness.ready ? "✓" : "✗"} ${readiness.model} ${task}`);
    if (readiness.ready) return;
    const { detail, remedy } = readiness;
    print(`    ${detail}`);
    if (remedy && !detail.includes(remedy.command)) print(`    ${remedy.command}`);
  };
  line(modelRoles.describe, describe);
  line(modelRoles.embed, embed);
  if (embed.advice) print(`    ${embed.advice}`);
  line(modelRoles.converse, converse);
}

async function follow(steps: AsyncIterable<Progress>, model: string, terminal: Terminal): Promise<void> {
  let last = "";
  for await (const { status, completed, total } of steps) {
    last = status;
    const part =
      completed !== null && total ? ` ${Math.floor((100 * completed) / total)} % of ${size(total)}` : "";
    terminal.progress(`${model}: ${status}${part}`);
  }
  terminal.print(`${model}: ${last}`);
}

function size(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.ceil(bytes / 1e6)} MB`;
}
