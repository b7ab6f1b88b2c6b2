import { useEffect, useMemo, useState } from "react";
import type { Town } from "#server/library/gazetteer/gazetteer.ts";
import { type Countries, loadCountries } from "./countries.ts";
import { countryPath, namesOn } from "./place-lines.ts";

interface PlacePictureProps {
  latitude: number;
  longitude: number;
  towns: readonly Town[];
  label: string;
}

/** The size in px in which the picture is drawn; the page scales it to the room there is. */
const size = { width: 328, height: 164 };
/** The picture is about four degrees high: near enough to know the coast, far enough to know the country. */
const perDegree = size.height / 4;

/** A still picture of the map around a place, drawn from the shapes that come with Glimpse. */
export default function PlacePicture({ latitude, longitude, towns, label }: PlacePictureProps) {
  const [countries, setCountries] = useState<Countries | null>(null);
  useEffect(() => {
    let isOver = false;
    // Without the shapes the mark stands alone; the next photo tries again.
    loadCountries().then(
      (loaded) => !isOver && setCountries(loaded),
      () => {},
    );
    return () => {
      isOver = true;
    };
  }, []);
  const picture = useMemo(() => ({ ...size, latitude, longitude, perDegree }), [latitude, longitude]);
  const land = useMemo(
    () => (countries ?? []).map((country) => countryPath(picture, country)).join(""),
    [countries, picture],
  );
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label} className="size-full">
      <path d={land} className="fill-canvas stroke-line-2" strokeWidth={0.7} fillRule="evenodd" />
      {namesOn(picture, towns).map(({ name, x, y }) => (
        <text
          key={`${name} ${x} ${y}`}
          x={x}
          y={y}
          textAnchor="middle"
          className="fill-ink-2 stroke-canvas text-2xs"
          style={{ paintOrder: "stroke", strokeWidth: 3 }}
        >
          {name}
        </text>
      ))}
      <circle
        cx={size.width / 2}
        cy={size.height / 2}
        r={6}
        className="fill-accent stroke-canvas"
        strokeWidth={2.5}
      />
    </svg>
  );
}
