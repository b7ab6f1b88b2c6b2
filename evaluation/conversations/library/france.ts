import { type FixturePhoto, journey } from "../photo.ts";
import { canon, iphone, nice, nikon, paris } from "./places.ts";

export const france: FixturePhoto[] = [
  ...journey({ place: paris, camera: iphone, iso: 80, offset: "+02:00" }, [
    ["paris-fireworks", "2024-07-14T23:10", "Fireworks behind the iron tower", { iso: 2000, rating: 5 }],
    [
      "paris-maria-museum",
      "2024-07-14T10:20",
      "Maria in front of a glass pyramid",
      { people: ["Maria Schmidt"], shape: "portrait" },
    ],
    ["paris-croissant", "2024-07-15T08:40", "A croissant and coffee", { keywords: ["food"] }],
    [
      "paris-maria-anna",
      "2024-07-15T15:25",
      "Maria and Anna sit by the river",
      { people: ["Maria Schmidt", "Anna"], rating: 4 },
    ],
    ["paris-dog-cafe", "2024-07-16T11:50", "A dog under a cafe table", { keywords: ["pets"] }],
    ["paris-metro", "2024-07-17T18:05", "People wait for the metro"],
    ["paris-roses", "2024-07-18T09:30", "Roses in a garden", { keywords: ["flowers"], shape: "square" }],
  ]),
  ...journey({ place: paris, camera: canon, focalLength: 50, iso: 800, flash: false }, [
    ["paris-couple-2017", "2017-02-14T20:45", "A couple kiss on a bridge", { rating: 2 }],
    ["paris-snow-2017", "2017-02-12T14:30", "Snow on the steps of a church", { shape: "portrait" }],
  ]),
  ...journey({ place: nice, camera: nikon, focalLength: 70, iso: 100, flash: false, offset: "+02:00" }, [
    [
      "nice-beach-2022",
      "2022-08-06T11:30",
      "Parasols on a pebble beach",
      { keywords: ["holiday"], rating: 3 },
    ],
    [
      "nice-anna-swim",
      "2022-08-06T16:15",
      "Anna swims in the sea",
      { people: ["Anna"], keywords: ["holiday"] },
    ],
    ["nice-market", "2022-08-07T10:10", "Lemons and peaches at a market", { keywords: ["food", "holiday"] }],
    ["nice-sunset", "2022-08-07T20:40", "Sunset at the beach", { focalLength: 18, shape: "panorama" }],
    [
      "nice-ben-boat",
      "2022-08-08T13:00",
      "Ben steers a sailing boat",
      { people: ["Ben"], keywords: ["holiday"], rating: 4 },
    ],
    ["nice-stairs-night", "2022-08-08T22:50", "Stairs in the old town", { iso: 1600, shape: "portrait" }],
  ]),
];
