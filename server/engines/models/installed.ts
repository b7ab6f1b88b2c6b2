import { cardOf } from "./card.ts";
import { connectOllama } from "./connection.ts";
import { canonicalName } from "./templates.ts";

/** A model that a server has, and what it can do. */
export interface InstalledModel {
  name: string;
  bytes: number;
  /** It sees pictures. */
  describes: boolean;
  embeds: boolean;
  converses: boolean;
}

/** ms */
const patience = { first: 2_000, next: 2_000 };

/** Lists the models that any of the servers has. A server that is away has none. */
export async function installedModels(addresses: readonly string[]): Promise<InstalledModel[]> {
  const lists = await Promise.all(addresses.map((address) => modelsOn(address).catch(() => [])));
  const byName = new Map(lists.flat().map((model) => [model.name, model]));
  return [...byName.values()].sort((one, other) => one.name.localeCompare(other.name));
}

async function modelsOn(address: string): Promise<InstalledModel[]> {
  const connection = connectOllama(address);
  try {
    const { models } = await connection.exchange(patience, ({ ollama }) => ollama.list());
    const found: InstalledModel[] = [];
    for (const { name, size } of models) {
      const card = await cardOf(connection, name, patience.first).catch(() => null);
      const writes = card?.capabilities.has("completion") ?? false;
      found.push({
        name: canonicalName(name),
        bytes: size,
        describes: writes && (card?.capabilities.has("vision") ?? false),
        embeds: card?.capabilities.has("embedding") ?? false,
        converses: writes,
      });
    }
    return found;
  } finally {
    await connection.close();
  }
}
