import { type Digests, digestsInMemory } from "./digests.ts";
import { connectServer, type OllamaModels } from "./ollama-server.ts";
import type { ModelServer, Models } from "./port.ts";
import { joinServers } from "./several.ts";
import { switchedOff } from "./switched-off.ts";

export interface OllamaOptions extends OllamaModels {
  /** One or several, with scheme and port, but without a slash at the end. */
  address: string | readonly string[];
  mode: "auto" | "off";
  /** Where it is kept which model made the library's vectors; by default in memory. */
  digests?: Digests;
}

/** Uses the models of one or several Ollama servers. Makes no request until it is asked for something. */
export function createOllama(options: OllamaOptions): Models {
  const addresses = [options.address].flat();
  if (options.mode === "off") return switchedOff({ ...options, address: addresses.join(", ") });
  const servers = addresses.map((address) => connectServer(address, options));
  const digests = options.digests ?? digestsInMemory();
  const [only] = servers;
  return only && servers.length === 1
    ? alone(only, options.embedModel, digests)
    : joinServers(servers, options.embedModel, digests);
}

/** With one server nothing is chosen. Its digest is noted for the day when there are more. */
function alone(server: ModelServer, embedModel: string, digests: Digests): Models {
  let noted: string | null = null;
  async function note(): Promise<void> {
    const digest = await server.digestOf(embedModel);
    if (digest === null || digest === noted) return;
    await digests.write(embedModel, digest);
    noted = digest;
  }

  return {
    ...server,
    servers: [server],
    async status(maxAge, patience) {
      const status = await server.status(maxAge, patience);
      return { ...status, servers: [status] };
    },
    async embedder() {
      if (!(await server.status()).embed.ready) return null;
      await note().catch(() => {});
      return server;
    },
  };
}
