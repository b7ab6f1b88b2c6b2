import { type FixturePhoto, journey } from "../photo.ts";
import { canon, iphone, lisbon, nikon, pixel, porto, sintra } from "./places.ts";

export const portugal: FixturePhoto[] = [
  ...journey({ place: lisbon, camera: canon, focalLength: 50, iso: 200, flash: false }, [
    [
      "lisbon-tram-2026",
      "2026-04-10T10:12",
      "A tram climbs a narrow street",
      { rating: 4, title: "Tram 28" },
    ],
    ["lisbon-custard-2026", "2026-04-10T11:40", "Custard tarts on a plate in a cafe", { keywords: ["food"] }],
    [
      "lisbon-anna-viewpoint",
      "2026-04-10T18:30",
      "Anna looks over the roofs of the old town",
      { people: ["Anna"], rating: 5, keywords: ["holiday"] },
    ],
    [
      "lisbon-bridge-night",
      "2026-04-10T22:15",
      "The lit suspension bridge over the river",
      { iso: 1600, focalLength: 24 },
    ],
    [
      "lisbon-dog-beach",
      "2026-04-11T17:05",
      "A dog runs on a beach",
      { keywords: ["holiday"], rating: 3, focalLength: 135 },
    ],
    ["lisbon-crowd-square", "2026-04-11T13:20", "A crowd of people at a market"],
    [
      "lisbon-ben-anna-cafe",
      "2026-04-12T09:30",
      "Anna and Ben have breakfast outside",
      { people: ["Anna", "Ben"], keywords: ["food", "holiday"] },
    ],
    ["lisbon-tiles-2026", "2026-04-12T15:00", "Patterned tiles on a wall", { shape: "square" }],
    [
      "lisbon-musician",
      "2026-06-20T20:10",
      "A woman sings fado with a guitar player",
      { iso: 3200, shape: "portrait" },
    ],
  ]),
  ...journey({ place: lisbon, camera: iphone, iso: 64 }, [
    ["lisbon-tower-2023", "2023-05-02T10:05", "An old stone tower by the river", { shape: "portrait" }],
    [
      "lisbon-ben-tram-2023",
      "2023-05-02T16:45",
      "Ben waves from a tram",
      { people: ["Ben"], rating: 2, shape: "portrait" },
    ],
    ["lisbon-sunset-2023", "2023-05-03T20:25", "Sunset over the river", { shape: "panorama", rating: 5 }],
    ["lisbon-cat-2023", "2023-05-04T08:15", "A cat sleeps on a window sill", { keywords: ["pets"] }],
    ["lisbon-rain-2023", "2023-11-18T12:30", "Umbrellas in the rain", { keywords: ["weather"] }],
  ]),
  ...journey({ place: sintra, camera: iphone, iso: 50 }, [
    ["sintra-palace", "2023-05-03T11:20", "A colourful palace on a hill", { keywords: ["holiday"] }],
    [
      "sintra-forest-anna",
      "2023-05-03T13:10",
      "Anna walks through a forest",
      { people: ["Anna"], shape: "portrait" },
    ],
  ]),
  ...journey({ place: porto, camera: nikon, focalLength: 18, iso: 200, flash: false }, [
    [
      "porto-cellar",
      "2021-05-22T15:35",
      "Wine barrels in a cellar",
      { iso: 3200, flash: true, keywords: ["food"] },
    ],
    ["porto-bridge", "2021-05-22T19:50", "An iron bridge over the river", { shape: "panorama", rating: 4 }],
    ["porto-anna-bookshop", "2021-05-23T10:30", "Anna on the stairs of a bookshop", { people: ["Anna"] }],
    ["porto-boats", "2021-05-23T17:15", "Wooden boats on the water", { focalLength: 105 }],
    ["porto-night-street", "2021-05-23T23:40", "An empty street with lamps", { iso: 1600 }],
  ]),
  ...journey({ place: porto, camera: pixel, iso: 80 }, [
    ["porto-cat-2024", "2024-10-05T09:20", "A cat on a stone wall", { keywords: ["pets"] }],
    [
      "porto-maria-2024",
      "2024-10-05T12:40",
      "Maria eats grilled fish",
      { people: ["Maria Schmidt"], keywords: ["food"], shape: "portrait" },
    ],
  ]),
];
