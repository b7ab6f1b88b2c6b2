import { type FixturePhoto, journey } from "../photo.ts";
import { berlin, canon, dresden, iphone, munich, nikon, pixel } from "./places.ts";

export const germany: FixturePhoto[] = [
  ...journey({ place: berlin, camera: canon, focalLength: 50, iso: 400, flash: false }, [
    ["berlin-wall-2015", "2015-08-14T14:20", "Graffiti on a long concrete wall", { rating: 3 }],
    ["berlin-lake-2015", "2015-08-15T18:40", "People swim in a lake", { keywords: ["summer"] }],
    [
      "berlin-cathedral-2016",
      "2016-02-14T11:15",
      "A cathedral in the snow",
      { focalLength: 24, shape: "portrait" },
    ],
    ["berlin-marathon-2017", "2017-09-24T09:50", "Runners in a marathon", { focalLength: 135 }],
    [
      "berlin-birthday-2018",
      "2018-05-05T16:30",
      "Anna blows out the candles of a birthday cake",
      { people: ["Anna"], flash: true, keywords: ["birthday"] },
    ],
    [
      "berlin-tree-2019",
      "2019-12-24T18:05",
      "Ben decorates the tree with stars",
      { people: ["Ben"], flash: true, rating: 4, keywords: ["family"] },
    ],
    [
      "berlin-dinner-2019",
      "2019-12-25T19:30",
      "A roast goose on the dinner table",
      { flash: true, keywords: ["food", "family"] },
    ],
    ["berlin-fireworks-2020", "2020-12-31T23:58", "Fireworks above the roofs", { iso: 3200, rating: 5 }],
    [
      "berlin-balcony-2020",
      "2020-04-12T12:10",
      "Tulips on the balcony",
      { keywords: ["flowers"], shape: "square" },
    ],
  ]),
  ...journey({ place: berlin, camera: iphone, iso: 100 }, [
    [
      "berlin-jordan-park",
      "2021-06-12T15:20",
      "Jordan throws a frisbee in the park",
      { people: ["Jordan"], shape: "portrait" },
    ],
    [
      "berlin-jordan-anna",
      "2021-06-12T21:40",
      "Jordan and Anna at a campfire",
      { people: ["Jordan", "Anna"], iso: 2000 },
    ],
    [
      "berlin-jordan-bike",
      "2021-07-03T10:15",
      "Jordan repairs a bicycle",
      { people: ["Jordan"], shape: "portrait" },
    ],
    [
      "berlin-christmas-2022",
      "2022-12-24T19:20",
      "Anna and Ben open presents",
      { people: ["Anna", "Ben"], keywords: ["family"], rating: 5 },
    ],
    [
      "berlin-snowman-2022",
      "2022-12-17T10:30",
      "Children build a snowman",
      { keywords: ["family"], shape: "portrait" },
    ],
    ["berlin-cat-sofa", "2023-02-11T20:15", "A cat on the sofa", { keywords: ["pets"], rating: 1 }],
    ["berlin-cat-box", "2024-03-30T09:45", "A cat hides in a cardboard box", { keywords: ["pets"] }],
    ["berlin-zoo-2023", "2023-08-20T13:30", "An elephant at the zoo", { keywords: ["animals"] }],
  ]),
  ...journey({ place: berlin, camera: pixel, iso: 120 }, [
    ["berlin-lantern-2023", "2023-12-31T22:45", "Paper lanterns in the sky", { iso: 2500 }],
    [
      "berlin-concert-2024",
      "2024-06-08T22:30",
      "A band plays on a stage before a crowd of people",
      { iso: 6400, keywords: ["music"] },
    ],
    [
      "berlin-wedding-maria",
      "2024-08-31T14:00",
      "Maria and Ben dance at a wedding",
      { people: ["Maria Schmidt", "Ben"], keywords: ["wedding", "family"], rating: 5 },
    ],
    ["berlin-mushrooms", "2025-10-11T11:25", "Mushrooms in a basket", { keywords: ["food"] }],
    ["berlin-leaves-2026", "2026-10-18T15:50", "A dog jumps into a heap of leaves", { keywords: ["pets"] }],
    ["berlin-halloween-2026", "2026-10-31T19:15", "A pumpkin with a candle", { shape: "square" }],
    ["berlin-cake-2026", "2026-11-10T16:05", "A chocolate cake with cherries", { keywords: ["food"] }],
    [
      "berlin-museum-2026",
      "2026-11-14T13:35",
      "Anna before a painting in a museum",
      { people: ["Anna"], shape: "portrait" },
    ],
    ["berlin-soup-2026", "2026-11-18T12:50", "A bowl of noodle soup", { keywords: ["food"] }],
    ["berlin-river-2026", "2026-11-21T09:10", "Fog above the river", { rating: 3 }],
    ["berlin-pub-2026", "2026-11-21T21:30", "Ben plays darts in a pub", { people: ["Ben"], iso: 3200 }],
  ]),
  ...journey({ place: munich, camera: nikon, focalLength: 35, iso: 200, flash: false }, [
    ["munich-tent-2018", "2018-09-29T19:10", "People sing in a beer tent", { iso: 1600, flash: true }],
    ["munich-wheel-2018", "2018-09-29T20:30", "A ferris wheel at dusk", { focalLength: 18, rating: 4 }],
    [
      "munich-maria-2018",
      "2018-09-30T11:45",
      "Maria holds a gingerbread heart",
      { people: ["Maria Schmidt"], shape: "portrait", focalLength: 85 },
    ],
    ["munich-surfer-2016", "2016-07-09T16:20", "A surfer on a river wave", { focalLength: 105, rating: 5 }],
  ]),
  ...journey({ place: munich, camera: pixel, iso: 90 }, [
    ["munich-skiing-2024", "2024-02-10T10:40", "Ben skis down a slope", { people: ["Ben"] }],
    ["munich-snow-2024", "2024-02-10T16:10", "A cabin in deep snow", { shape: "panorama" }],
  ]),
  ...journey({ place: dresden, placeWords: false, camera: canon, focalLength: 50, iso: 200, flash: false }, [
    ["dresden-opera", "2022-04-16T17:30", "The opera house from across the river"],
    [
      "dresden-anna-maria",
      "2022-04-17T12:00",
      "Anna and Maria look for eggs in the garden",
      { people: ["Anna", "Maria Schmidt"], keywords: ["family"] },
    ],
  ]),
];
