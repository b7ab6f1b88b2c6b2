import type { AddProtocolAction } from "maplibre-gl";
import { loadCountries } from "./countries.ts";

/** Given by the map's own worker, in which this runs. */
declare const self: { addProtocol(name: string, load: AddProtocolAction): void };

/**
 * Makes the shapes of the countries in the worker that draws tiles of them. From the page their 100,000 points would
 * have to be copied to it, and the page could not answer meanwhile.
 */
self.addProtocol("countries", async () => {
  const countries = await loadCountries();
  const features = countries.map((geometry) => ({ type: "Feature", properties: {}, geometry }));
  return { data: { type: "FeatureCollection", features } };
});
