import type { ModelServer, Models } from "./port.ts";

export interface ModelNames {
  visionModel: string;
  embedModel: string;
  chatModel: string;
}

export interface FollowedModels extends Models {
  names(): ModelNames;
  /** Uses these models from the next call on. Calls that are under way end with the model that they began with. */
  use(names: ModelNames): void;
}

/** Makes models that can be changed for others while they are used. Their servers stay the same. */
export function followModels(first: ModelNames, build: (names: ModelNames) => Models): FollowedModels {
  let names = first;
  let current = build(first);
  const built = [current];

  const servers = current.servers.map((server, at): ModelServer => {
    const now = () => current.servers[at] ?? server;
    return {
      address: server.address,
      status: (...given) => now().status(...given),
      describe: (...given) => now().describe(...given),
      embed: (...given) => now().embed(...given),
      converse: (...given) => now().converse(...given),
      pull: (...given) => now().pull(...given),
      prepare: (...given) => now().prepare(...given),
      holdsBoth: () => now().holdsBoth(),
      digestOf: (model) => now().digestOf(model),
      close: () => now().close(),
    };
  });

  return {
    servers,
    names: () => names,
    use(next) {
      const isSame = (Object.keys(next) as (keyof ModelNames)[]).every((use) => next[use] === names[use]);
      if (isSame) return;
      names = next;
      current = build(next);
      built.push(current);
    },
    status: (...given) => current.status(...given),
    describe: (...given) => current.describe(...given),
    embed: (...given) => current.embed(...given),
    converse: (...given) => current.converse(...given),
    pull: (...given) => current.pull(...given),
    prepare: (...given) => current.prepare(...given),
    holdsBoth: () => current.holdsBoth(),
    async embedder() {
      const found = await current.embedder();
      return found === null ? null : (servers[current.servers.indexOf(found)] ?? found);
    },
    async close() {
      await Promise.all(built.map((each) => each.close()));
    },
  };
}
