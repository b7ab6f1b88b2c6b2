import { count, photos } from "./counts.ts";

/** The strings of the map. */
export const mapWords = {
  map: "Map of your photos",
  empty: "No photo says where it was taken.",
  emptyHint: "Photos from phones usually do. You can also give a photo a place when you look at it.",
  cell: (n: number, place: string | null) => (place ? `${photos(n)}, ${place}` : photos(n)),
  here: (n: number) =>
    n === 0 ? "No photos on this part of the map" : `${photos(n)} on this part of the map`,
  chosen: (n: number, place: string | null) =>
    place ? `${photos(n)} at one point, ${place}` : `${photos(n)} at one point`,
  whole: "Back to what the map shows",
  all: "Show all places",
  ask: (km: number) => `Ask about photos within ${count(km)} km`,
  question: (km: number, latitude: number, longitude: number) =>
    `Photos within ${km} km of ${latitude}, ${longitude}`,
  nearer: "Zoom in",
  farther: "Zoom out",
  more: "Show more",
  loading: "Loading the map",
  noDrawing: "This browser cannot draw the map (WebGL is off or missing). The photos are listed below.",
  trouble: (reason: string) => `The map's photos cannot be loaded: ${reason}`,
  retry: "Try again",
  credit: "Map: Natural Earth. Towns: GeoNames.",
};
