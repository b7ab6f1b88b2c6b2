import type { StyleSpecification } from "maplibre-gl";

/** The colours of the map, each made from a colour of the screens (`app.css`). */
const colours = {
  water: "var(--color-fill)",
  land: "var(--color-canvas)",
  border: "color-mix(in srgb, var(--color-line-2) 42%, transparent)",
  name: "var(--color-ink-2)",
} as const;

type MapColours = Record<keyof typeof colours, string>;

/** Reads the colours as they are now, light or dark, in a form that the map understands. */
export function mapColours(): MapColours {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const probe = document.createElement("span");
  // Where the system gives the colours, all of them would be the one of text.
  probe.style.setProperty("forced-color-adjust", "none");
  document.body.append(probe);
  const read = (colour: string): string => {
    probe.style.color = colour;
    if (!context) return "#888";
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
    return `rgba(${red},${green},${blue},${(alpha / 255).toFixed(2)})`;
  };
  const found = Object.fromEntries(
    Object.entries(colours).map(([name, colour]) => [name, read(colour)]),
  ) as MapColours;
  probe.remove();
  return found;
}

/** The sources of the map: the shapes of countries, the names of towns, and where pictures stand. */
export const sources = { countries: "countries", towns: "towns", pictures: "pictures" } as const;

/** The name and side, px, of an empty image as large as a picture on the map. Names on the map keep clear of it. */
export const room = { name: "room", side: 56 } as const;

/**
 * The style of the map: countries, their borders and the names of towns. It names no font files, so names are drawn
 * with fonts of this machine, and nothing is fetched from elsewhere.
 */
export function mapStyle({ water, land, border, name }: MapColours): StyleSpecification {
  const empty = { type: "FeatureCollection", features: [] } as const;
  return {
    version: 8,
    sources: {
      [sources.countries]: { type: "geojson", data: { ...empty, features: [] } },
      [sources.towns]: { type: "geojson", data: { ...empty, features: [] } },
      [sources.pictures]: { type: "geojson", data: { ...empty, features: [] } },
    },
    layers: [
      { id: "water", type: "background", paint: { "background-color": water } },
      {
        // Borders are the outlines of the land, which are drawn anyhow. A layer of lines takes as long again as all the
        // rest, and where no graphics processor draws the map, the page cannot answer meanwhile.
        id: "land",
        type: "fill",
        source: sources.countries,
        paint: { "fill-color": land, "fill-outline-color": border },
      },
      {
        id: "towns",
        type: "symbol",
        source: sources.towns,
        layout: {
          "text-field": ["get", "name"],
          "text-font": ["Figtree Variable", "sans-serif"],
          "text-size": 12,
          "text-padding": 8,
          // A name that a picture would cover stands below or above it.
          "text-variable-anchor-offset": ["center", [0, 0], "top", [0, 2.6], "bottom", [0, -2.6]],
          "symbol-sort-key": ["-", ["get", "population"]],
        },
        paint: { "text-color": name, "text-halo-color": land, "text-halo-width": 1.2 },
      },
      {
        // The last layer is placed first, and names give way to it.
        id: "pictures",
        type: "symbol",
        source: sources.pictures,
        layout: { "icon-image": room.name, "icon-allow-overlap": true, "icon-padding": 0 },
      },
    ],
  };
}
