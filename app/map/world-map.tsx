import { Minus, Plus } from "lucide-react";
import { type GeoJSONSource, importScriptInWorkers, Map as MapLibre, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { useEffect, useRef, useState } from "react";
import "maplibre-gl/dist/maplibre-gl.css";
import { IconButton } from "#app/ui/button.tsx";
import { mapWords } from "#app/words/map-words.ts";
import type { MapCell, MapOfPhotos } from "#server/library/photo-map.ts";
import { CellMarks } from "./cell-marks.tsx";
import countriesUrl from "./countries.worker.ts?worker&url";
import { mapColours, mapStyle, room, sources } from "./map-style.ts";
import { type Part, partSeen, type Seen, stepAt } from "./map-view.ts";

setWorkerUrl(workerUrl);

interface WorldMapProps {
  cells: MapCell[];
  towns: MapOfPhotos["towns"];
  /** The part of the world that is shown first. */
  start: Part;
  onSeen(seen: Seen): void;
  /** Called for a cell whose photos stay together at any zoom. */
  onChoose(cell: MapCell): void;
}

/** A click on a cell zooms in by this much. */
const nearer = 2;
const padding = 48;
const nearest = 17;

/** A map of the world that is drawn here, from shapes that come with Glimpse, with photos on it. */
export default function WorldMap({ cells, towns, start, onSeen, onChoose }: WorldMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibre | null>(null);
  const [failed, setFailed] = useState(false);
  const told = useRef(onSeen);
  told.current = onSeen;
  const first = useRef(start);

  useEffect(() => {
    if (!box.current) return;
    const made = openMap(box.current, first.current);
    if (!made) {
      setFailed(true);
      return;
    }
    let isOver = false;
    const tell = () => {
      const bounds = made.getBounds();
      const step = stepAt(made.getZoom());
      const seen = { west: bounds.getWest(), south: bounds.getSouth() };
      told.current({
        step,
        part: partSeen({ ...seen, east: bounds.getEast(), north: bounds.getNorth() }, step),
      });
    };
    made.on("moveend", tell);
    // Not its "load", which waits until all tiles are drawn: the map would draw them without any data first.
    made.once("style.load", () => {
      const { name, side } = room;
      made.addImage(name, { width: side, height: side, data: new Uint8Array(side * side * 4) });
      // Without the shapes the photos stand on water; the next map tries again.
      showCountries(made, () => isOver).catch(() => {});
      tell();
      setMap(made);
    });
    const stopRecolouring = recolourWithTheme(made);
    return () => {
      isOver = true;
      stopRecolouring();
      setMap(null);
      made.remove();
    };
  }, []);

  useEffect(() => {
    map?.getSource<GeoJSONSource>(sources.towns)?.setData({
      type: "FeatureCollection",
      features: towns.map(({ name, population, latitude, longitude }) => ({
        type: "Feature",
        properties: { name, population },
        geometry: { type: "Point", coordinates: [longitude, latitude] },
      })),
    });
  }, [map, towns]);

  useEffect(() => {
    map?.getSource<GeoJSONSource>(sources.pictures)?.setData({
      type: "FeatureCollection",
      features: cells.map(({ latitude, longitude }) => ({
        type: "Feature",
        properties: {},
        geometry: { type: "Point", coordinates: [longitude, latitude] },
      })),
    });
  }, [map, cells]);

  function choose(cell: MapCell): void {
    if (!map || cell.isOnePoint || map.getZoom() >= nearest) onChoose(cell);
    else comeNearer(map, cell);
  }

  if (failed) return <p className="p-4 text-ink-2 text-sm">{mapWords.noDrawing}</p>;
  return (
    <div className="relative size-full overflow-hidden">
      <div ref={box} className="size-full" />
      {map && <CellMarks map={map} cells={cells} onChoose={choose} />}
      {map && (
        <div className="absolute top-3 right-3 flex flex-col rounded-control bg-surface shadow-float">
          <IconButton label={mapWords.nearer} onClick={() => map.zoomIn()}>
            <Plus size={18} aria-hidden />
          </IconButton>
          <IconButton label={mapWords.farther} onClick={() => map.zoomOut()}>
            <Minus size={18} aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  );
}

/** Returns null where the browser cannot draw it. */
function openMap(container: HTMLElement, { west, south, east, north }: Part): MapLibre | null {
  try {
    const map = new MapLibre({
      container,
      style: mapStyle(mapColours()),
      bounds: [west, south, east < west ? east + 360 : east, north],
      fitBoundsOptions: { padding, maxZoom: 9 },
      maxZoom: nearest + 1,
      dragRotate: false,
      pitchWithRotate: false,
      attributionControl: false,
      locale: { "Map.Title": mapWords.map },
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    return map;
  } catch {
    return null;
  }
}

function comeNearer(map: MapLibre, { latitude, longitude }: MapCell): void {
  map.easeTo({
    center: [longitude, latitude],
    zoom: Math.min(nearest, Math.round(map.getZoom()) + nearer),
    animate: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  });
}

async function showCountries(map: MapLibre, isOver: () => boolean): Promise<void> {
  // The library imports a script with such an ending, and any other it would evaluate, which our policy forbids.
  await importScriptInWorkers(`${countriesUrl}#.mjs`);
  // `countries.worker.ts` answers to this address.
  if (!isOver()) await map.getSource<GeoJSONSource>(sources.countries)?.setData("countries://50m");
}

/** Draws the map anew in the colours of the other theme when it changes; returns how to stop that. */
function recolourWithTheme(map: MapLibre): () => void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const recolour = () => {
    const { water, land, border, name } = mapColours();
    map.setPaintProperty("water", "background-color", water);
    map.setPaintProperty("land", "fill-color", land);
    map.setPaintProperty("land", "fill-outline-color", border);
    map.setPaintProperty("towns", "text-color", name);
    map.setPaintProperty("towns", "text-halo-color", land);
  };
  dark.addEventListener("change", recolour);
  return () => dark.removeEventListener("change", recolour);
}
