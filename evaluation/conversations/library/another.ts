import { type FixturePhoto, journey } from "../photo.ts";
import { camera, place } from "./places.ts";

/** The photos of another household, by somebody who has not seen how questions are read. */
const barcelona = place("Barcelona", "Catalonia", "Spain", "ES", 41.3888, 2.159);
const sitges = place("Sitges", "Catalonia", "Spain", "ES", 41.2351, 1.8119);
const hamburg = place("Hamburg", "Hamburg", "Germany", "DE", 53.5507, 9.993);
const reykjavik = place("Reykjavik", "Capital Region", "Iceland", "IS", 64.1355, -21.8954);
const sanFrancisco = place("San Francisco", "California", "United States", "US", 37.7749, -122.4194);
const edinburgh = place("Edinburgh", "Scotland", "United Kingdom", "GB", 55.9521, -3.1965);
const cardiff = place("Cardiff", "Wales", "United Kingdom", "GB", 51.48, -3.18);
const bath = place("Bath", "England", "United Kingdom", "GB", 51.3751, -2.3617);
const bangkok = place("Bangkok", "Bangkok", "Thailand", "TH", 13.754, 100.5014);
const marrakesh = place("Marrakesh", "Marrakesh-Safi", "Morocco", "MA", 31.6342, -7.9999);
const vienna = place("Vienna", "Vienna", "Austria", "AT", 48.2085, 16.3721);
const buenosAires = place("Buenos Aires", null, "Argentina", "AR", -34.6132, -58.3772);
const vancouver = place("Vancouver", "British Columbia", "Canada", "CA", 49.2497, -123.1193);

const sony = camera("SONY", "ILCE-7M3", "FE 24-105mm F4 G OSS");
const fuji = camera("FUJIFILM", "X-T5", "XF23mmF2 R WR");
const olympus = camera("OM Digital Solutions", "OM-1", "OM 12-40mm F2.8");
const panasonic = camera("Panasonic", "DMC-TZ7");
const galaxy = camera("samsung", "SM-S918B");
const goPro = camera("GoPro", "HERO11 Black");
const iphone15 = camera("Apple", "iPhone 15 Pro");

export const another: FixturePhoto[] = [
  ...journey({ place: barcelona, camera: sony, focalLength: 35, iso: 100, flash: false, offset: "+02:00" }, [
    [
      "barcelona-church-towers",
      "2023-05-18T11:10",
      "Tall church towers with cranes",
      { rating: 5, focalLength: 24, shape: "portrait" },
    ],
    [
      "barcelona-sofia-paella",
      "2023-05-18T14:20",
      "Sofia eats paella",
      { people: ["Sofia Rossi"], keywords: ["food"] },
    ],
    ["barcelona-mosaic-lizard", "2023-05-19T10:05", "A mosaic lizard on a staircase", { rating: 4 }],
    [
      "barcelona-tom-skateboard",
      "2023-05-20T18:10",
      "Tom rides a skateboard",
      { people: ["Tom"], keywords: ["sport"], focalLength: 105 },
    ],
    ["barcelona-harbour-night", "2023-05-20T22:40", "Yachts in the harbour", { iso: 3200 }],
    [
      "sitges-volleyball",
      "2023-05-21T12:30",
      "A volleyball net on the beach",
      { place: sitges, keywords: ["holiday"] },
    ],
    [
      "sitges-sofia-tom-icecream",
      "2023-05-21T16:15",
      "Sofia and Tom with ice cream",
      { place: sitges, people: ["Sofia Rossi", "Tom"], keywords: ["food", "holiday"], shape: "portrait" },
    ],
  ]),
  ...journey({ place: hamburg, camera: fuji, focalLength: 23, iso: 200, flash: false }, [
    ["hamburg-warehouses-2024", "2024-03-16T15:40", "Brick warehouses along a canal", { shape: "panorama" }],
    ["hamburg-container-ship", "2025-12-06T10:40", "A container ship in the harbour", { rating: 3 }],
    [
      "hamburg-christmas-market",
      "2025-12-06T18:30",
      "Stalls at a Christmas market",
      { keywords: ["christmas"], iso: 1600 },
    ],
    [
      "hamburg-lena-fishroll",
      "2025-12-07T12:20",
      "Lena bites into a fish roll",
      { people: ["Lena Fischer"], keywords: ["food"] },
    ],
    [
      "hamburg-concert-hall",
      "2025-12-07T13:15",
      "A glass concert hall above the water",
      { shape: "portrait" },
    ],
  ]),
  ...journey({ place: hamburg, camera: panasonic, iso: 400, flash: true }, [
    [
      "hamburg-opa-lena-piano",
      "2010-12-24T18:40",
      "Opa Heinz and Lena sing at the piano",
      { people: ["Opa Heinz", "Lena Fischer"], keywords: ["family", "christmas"] },
    ],
    ["hamburg-sledge-2010", "2010-12-25T11:20", "A sledge in a snowy garden", { flash: false }],
    [
      "hamburg-opa-birthday",
      "2019-06-22T15:10",
      "Opa Heinz cuts a cherry cake",
      { people: ["Opa Heinz"], keywords: ["birthday", "family"], rating: 4 },
    ],
    [
      "P1010233",
      "2009-07-11T16:30",
      "A sandcastle with a flag",
      { place: null, flash: false, iso: 80, offset: null, keywords: ["holiday"] },
    ],
  ]),
  ...journey(
    { place: reykjavik, camera: olympus, focalLength: 12, iso: 200, flash: false, offset: "+00:00" },
    [
      [
        "reykjavik-northern-lights",
        "2024-02-17T23:20",
        "Green northern lights above the sea",
        { iso: 6400, rating: 5 },
      ],
      [
        "reykjavik-paul-glacier",
        "2024-02-18T11:15",
        "Paul climbs on a glacier",
        { people: ["Paul"], keywords: ["sport"], shape: "portrait" },
      ],
      ["reykjavik-hot-spring", "2024-02-18T14:30", "Steam over a hot spring"],
      [
        "reykjavik-ponies",
        "2024-02-19T10:05",
        "Ponies on a snowy field",
        { keywords: ["animals"], focalLength: 40 },
      ],
      ["reykjavik-geyser", "2024-02-19T12:45", "A geyser erupts", { rating: 4, shape: "portrait" }],
    ],
  ),
  ...journey({ place: sanFrancisco, camera: iphone15, iso: 80, offset: "-07:00" }, [
    ["sf-bridge-fog", "2024-10-11T08:30", "A red bridge in the fog", { rating: 5 }],
    ["sf-cable-car", "2024-10-11T15:20", "A cable car on a steep hill"],
    [
      "sf-grace-sealions",
      "2024-10-12T13:40",
      "Grace watches sea lions at a pier",
      { people: ["Grace"], keywords: ["animals"] },
    ],
    [
      "sf-will-grace-burritos",
      "2024-10-12T19:10",
      "Will and Grace eat burritos",
      { people: ["Will", "Grace"], keywords: ["food"] },
    ],
    ["sf-pumpkin-patch", "2024-10-13T11:05", "Pumpkins in a field"],
    ["sf-painted-houses", "2024-10-13T15:50", "Painted wooden houses", { shape: "square", rating: 3 }],
  ]),
  ...journey({ place: edinburgh, camera: galaxy, iso: 50, offset: "+01:00" }, [
    ["edinburgh-bagpipes", "2023-08-12T14:10", "A man plays the bagpipes", { keywords: ["music"] }],
    ["edinburgh-castle", "2023-08-12T19:30", "A castle on a rock", { rating: 4 }],
    [
      "edinburgh-will-haggis",
      "2023-08-13T13:05",
      "Will tastes haggis",
      { people: ["Will"], keywords: ["food"], shape: "portrait" },
    ],
    [
      "edinburgh-torches",
      "2023-12-31T23:40",
      "Torches in a winter procession",
      { iso: 3200, offset: "+00:00" },
    ],
  ]),
  ...journey({ place: cardiff, camera: sony, focalLength: 70, iso: 200, flash: false, offset: "+00:00" }, [
    [
      "cardiff-rugby",
      "2022-03-19T16:10",
      "A rugby match in a stadium",
      { keywords: ["sport"], shape: "panorama", focalLength: 24 },
    ],
    [
      "cardiff-mum-daffodils",
      "2022-03-27T11:30",
      "Mum with daffodils in the garden",
      { people: ["Mum"], keywords: ["flowers", "family"], rating: 5 },
    ],
    [
      "cardiff-mum-will-dog",
      "2025-05-11T14:45",
      "Mum and Will walk the dog",
      {
        people: ["Mum", "Will"],
        keywords: ["pets", "family"],
        camera: galaxy,
        focalLength: null,
        flash: null,
        offset: "+01:00",
      },
    ],
  ]),
  ...journey({ place: bath, camera: galaxy, iso: 64, offset: "+01:00" }, [
    ["bath-roman-pool", "2025-05-12T10:20", "Green water in a Roman pool"],
    ["bath-crescent", "2025-05-12T15:15", "A curved row of houses", { shape: "panorama", rating: 3 }],
  ]),
  ...journey({ place: bangkok, camera: sony, focalLength: 50, iso: 400, flash: false, offset: "+07:00" }, [
    [
      "GOPR0147",
      "2026-01-15T09:10",
      "A longtail boat on a brown river",
      { camera: goPro, focalLength: 3, flash: null },
    ],
    [
      "bangkok-night-market",
      "2026-01-15T21:45",
      "Skewers and fruit at a street stall",
      { keywords: ["food"], iso: 1600 },
    ],
    ["bangkok-golden-buddha", "2026-01-16T11:40", "A golden buddha statue", { rating: 4, shape: "portrait" }],
    ["bangkok-paul-tuktuk", "2026-01-16T16:20", "Paul drives a tuk-tuk", { people: ["Paul"] }],
    [
      "GOPR0152",
      "2026-01-18T13:30",
      "Colourful fish at a coral reef",
      { camera: goPro, focalLength: 3, flash: null, place: null, keywords: ["diving", "animals"] },
    ],
  ]),
  ...journey({ place: marrakesh, camera: fuji, focalLength: 23, iso: 320, flash: false }, [
    [
      "marrakesh-spices",
      "2023-10-21T10:30",
      "Heaps of spices at a market",
      { keywords: ["food"], rating: 4 },
    ],
    ["marrakesh-lanterns", "2023-10-21T21:30", "Brass lanterns in a shop", { iso: 1600 }],
    [
      "marrakesh-grace-tea",
      "2023-10-22T15:50",
      "Grace pours mint tea",
      { people: ["Grace"], keywords: ["food"], shape: "portrait" },
    ],
    ["marrakesh-snake", "2023-10-22T18:10", "A snake in a basket", { keywords: ["animals"] }],
  ]),
  ...journey({ place: vienna, camera: fuji, focalLength: 23, iso: 200, flash: false, offset: "+02:00" }, [
    ["vienna-horses", "2026-05-23T10:15", "White horses in a riding hall", { keywords: ["animals"] }],
    [
      "vienna-cake",
      "2026-05-23T15:40",
      "A slice of chocolate cake with cream",
      { keywords: ["food"], shape: "square" },
    ],
    [
      "vienna-lena-paul-waltz",
      "2026-05-24T18:20",
      "Lena and Paul dance a waltz",
      { people: ["Lena Fischer", "Paul"], rating: 5 },
    ],
    ["vienna-ferris-wheel", "2026-05-24T21:35", "A ferris wheel with lights", { iso: 3200 }],
  ]),
  ...journey(
    { place: buenosAires, placeWords: false, camera: sony, focalLength: 28, iso: 160, offset: "-03:00" },
    [
      ["DSC_0412", "2019-02-09T12:30", "A couple dance tango in the street", { rating: 3 }],
      [
        "buenosaires-obelisk",
        "2019-02-09T22:15",
        "A lit obelisk on an avenue",
        { iso: 2000, shape: "portrait" },
      ],
      ["buenosaires-steaks", "2019-02-10T13:40", "Steaks on a grill", { keywords: ["food"] }],
    ],
  ),
  ...journey({ place: vancouver, camera: sony, focalLength: 105, iso: 100, flash: false, offset: "-07:00" }, [
    ["DSC_0977", "2020-08-15T08:50", "Canoes on a mountain lake", { width: 6000, height: 4000, rating: 4 }],
    ["vancouver-bear", "2020-08-16T10:40", "A black bear by the road", { keywords: ["animals"] }],
  ]),
  ...journey({ place: hamburg, camera: galaxy, iso: 125 }, [
    [
      "hamburg-lena-book",
      "2026-11-16T20:10",
      "Lena reads a book on the sofa",
      { people: ["Lena Fischer"], shape: "portrait" },
    ],
    ["20261120_183012", "2026-11-20T18:30", "A lasagne in an oven dish", { keywords: ["food"] }],
    ["hamburg-dog-ball", "2026-11-22T10:20", "A dog with a tennis ball", { keywords: ["pets"], rating: 4 }],
  ]),
  ...journey({ offset: null, screenshot: true, format: "png" }, [
    ["Screenshot_20260903-221205", "2026-09-03T22:12", "A weather forecast", { width: 360, height: 780 }],
    ["Screenshot_20260113-091500", "2026-01-13T09:15", "A boarding pass", { width: 360, height: 780 }],
  ]),
  ...journey({ offset: null }, [
    ["poster-jazz", null, "A poster of a jazz festival", { format: "webp", shape: "portrait" }],
    [
      "scan-opa-heinz-sailor",
      null,
      "Opa Heinz as a young sailor",
      { people: ["Opa Heinz"], shape: "portrait" },
    ],
  ]),
];
