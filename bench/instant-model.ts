import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface InstantModel extends AsyncDisposable {
  url: string;
  pid: number;
}

const script = fileURLToPath(new URL("../tests/doubles/ollama.ts", import.meta.url));

/** Ollama's double in a process of its own: it answers at once. */
export async function startInstantModel(): Promise<InstantModel> {
  const child = spawn(process.execPath, [script, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const [line] = await once(createInterface(child.stdout), "line");
  const [url = ""] = String(line).split(" ");
  return {
    url,
    pid: child.pid ?? 0,
    async [Symbol.asyncDispose]() {
      child.kill();
      await ended;
    },
  };
}
