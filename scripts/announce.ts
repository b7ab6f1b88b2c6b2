import type { Config } from "#server/config.ts";
import type { SystemStatus } from "#server/status.ts";

/** Prints the address of Glimpse, which models are ready, and where the photos are kept. */
export async function announce(config: Config, port: number): Promise<void> {
  const anywhere = config.host === "0.0.0.0" || config.host === "::";
  const here = `http://${anywhere ? "127.0.0.1" : config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`;
  console.log(`Glimpse is at ${config.origins[0] ?? here}`);
  const status = await fetchStatus(here);
  if (status) console.log(modelsLine(status.models));
  console.log(`Photos are kept in ${config.dataFolder}`);
}

async function fetchStatus(address: string): Promise<SystemStatus | null> {
  try {
    const response = await fetch(`${address}/api/trpc/system.status`, { signal: AbortSignal.timeout(5_000) });
    const body = (await response.json()) as { result: { data: SystemStatus } };
    return body.result.data;
  } catch {
    return null;
  }
}

function modelsLine({ describe, embed, version, address }: SystemStatus["models"]): string {
  if (describe.ready && embed.ready) {
    return `Models: ${describe.model} describes, ${embed.model} embeds (Ollama ${version} at ${address})`;
  }
  const details = [describe, embed].flatMap((model) => (model.ready ? [] : [model.detail]));
  return `Without models for now: ${[...new Set(details)].join(" ")}`;
}
