import type { PhotoFacts } from "#server/library/facts.ts";
import type { KnownPhoto } from "#server/library/photo-rows.ts";
import { DecodeError, type DecodeHow } from "./decode/protocol.ts";
import type { StageTools } from "./stages.ts";

/** Replaces facts of a photo's file by those of its sidecars. Of two sidecars, the later one wins. */
export async function withSidecars(
  facts: PhotoFacts,
  { companions }: Pick<KnownPhoto, "companions">,
  tools: Pick<StageTools, "decoder" | "objects" | "originals" | "maxMegapixels">,
  how: DecodeHow,
): Promise<{ facts: PhotoFacts; read: string[] }> {
  const read: string[] = [];
  let known = facts;
  for (const sidecar of companions.filter(({ role }) => role === "sidecar")) {
    await tools.originals.ensure(sidecar);
    await using file = await tools.objects.localFile(`originals/${sidecar.sha256}`);
    const request = { path: file.path, type: sidecar.type, maxMegapixels: tools.maxMegapixels };
    try {
      const said = await tools.decoder.decode({ ...request, factsOnly: "sidecar" }, how);
      known = laidOver(known, said.facts);
    } catch (error) {
      // The photo is complete without this sidecar, which is read again when the photo is.
      if (!(error instanceof DecodeError)) throw error;
    }
    read.push(sidecar.sha256);
  }
  return { facts: known, read };
}

/**
 * Takes facts that belong together together. A sidecar repeats what a program knew, so a fact that it lacks says
 * nothing.
 */
export function laidOver(file: PhotoFacts, said: PhotoFacts): PhotoFacts {
  const isDated = said.takenLocal !== null && (said.takenFrom === "file" || file.takenLocal === null);
  const date = isDated ? said : file;
  const isAt = said.latitude !== null && said.longitude !== null;
  const isNamed = [said.city, said.region, said.country].some((name) => name !== null);
  const position = isAt ? said : file;
  // The file's place names belong to its own position, and not to that of the sidecar.
  const names = isNamed || isAt ? said : file;
  return {
    ...file,
    ...{ takenLocal: date.takenLocal, takenOffset: date.takenOffset },
    ...{ takenPrecision: date.takenPrecision, takenFrom: date.takenFrom },
    ...{ latitude: position.latitude, longitude: position.longitude },
    ...{ city: names.city, region: names.region, country: names.country, countryCode: names.countryCode },
    otherPlaces: isNamed || isAt || said.otherPlaces.length > 0 ? said.otherPlaces : file.otherPlaces,
    ...{ make: file.make ?? said.make, model: file.model ?? said.model, lens: file.lens ?? said.lens },
    ...{ rating: said.rating ?? file.rating, title: said.title ?? file.title },
    description: said.description ?? file.description,
    keywords: said.keywords.length > 0 ? said.keywords : file.keywords,
    people: said.people.length > 0 ? said.people : file.people,
    faces: said.people.length > 0 ? said.faces : file.faces,
  };
}
