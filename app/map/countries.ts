import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import countriesUrl from "world-atlas/countries-50m.json?url";
import { acrossDateLine } from "./date-line.ts";

/** The shape of each country of the world. */
export type Countries = ReturnType<typeof acrossDateLine>[];
let loading: Promise<Countries> | null = null;

/** Loads the shapes of the countries, which come with Glimpse, once. After a failure the next call tries again. */
export function loadCountries(): Promise<Countries> {
  loading ??= fetch(countriesUrl)
    .then(async (answer): Promise<Countries> => {
      const topology: Topology<{ countries: GeometryCollection }> = await answer.json();
      return feature(topology, topology.objects.countries).features.map(({ geometry }) =>
        acrossDateLine(geometry),
      );
    })
    .catch((error: unknown) => {
      loading = null;
      throw error;
    });
  return loading;
}
