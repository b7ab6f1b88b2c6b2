import { renderUnicodeCompact } from "uqr";
import type { Config } from "#server/config.ts";
import type { SystemStatus } from "#server/status.ts";
import { isLoopback, ownAddresses } from "#server/web-sites.ts";

/** Prints the address of Glimpse, the one for phones, which models are ready, and where the photos are kept. */
export function announce(config: Config, port: number, models: SystemStatus["models"] | null): void {
  const scheme = config.tls ? "https" : "http";
  const at = (host: string) => `${scheme}://${host}:${port}`;
  const anywhere = config.host === "0.0.0.0" || config.host === "::";
  const here = anywhere ? "127.0.0.1" : config.host.includes(":") ? `[${config.host}]` : config.host;
  console.log(`Glimpse is at ${config.origins[0] ?? at(here)}`);
  if (!isLoopback(config.host)) {
    const own = [...ownAddresses()];
    // Every network at home has IPv4, and phones read it more easily.
    const reached = anywhere ? (own.find((address) => !address.startsWith("[")) ?? own[0]) : here;
    const phone = config.origins[0] ?? (reached && at(reached));
    if (phone) console.log(`For phones: ${phone}\n${renderUnicodeCompact(phone, { border: 2 })}`);
  }
  if (models) console.log(modelsLine(models));
  console.log(`Photos are kept in ${config.dataFolder}`);
}

function modelsLine({ describe, embed, servers }: SystemStatus["models"]): string {
  if (describe.ready && embed.ready) {
    const answering = servers.filter(({ version }) => version !== null);
    const where = answering.map(({ version, address }) => `Ollama ${version} at ${address}`).join(", ");
    return `Models: ${describe.model} describes, ${embed.model} embeds (${where})`;
  }
  const details = [describe, embed].flatMap((model) => (model.ready ? [] : [model.detail]));
  return `Without models for now: ${[...new Set(details)].join(" ")}`;
}
