import { type FixturePhoto, journey } from "../photo.ts";
import { canon, capeTown, iphone, kyoto, newYork, nikon, petra, pixel, sydney, tokyo } from "./places.ts";

export const overseas: FixturePhoto[] = [
  ...journey({ place: newYork, camera: nikon, focalLength: 35, iso: 400, flash: false, offset: "-04:00" }, [
    ["newyork-skyline", "2016-10-29T18:20", "The skyline at dusk", { shape: "panorama", rating: 4 }],
    ["newyork-halloween", "2016-10-31T20:15", "People in costumes at a parade", { flash: true }],
    ["newyork-squirrel", "2016-11-01T10:30", "A squirrel in the park", { focalLength: 105 }],
    [
      "newyork-ben-bridge",
      "2016-11-01T14:50",
      "Ben walks over a bridge",
      { people: ["Ben"], shape: "portrait" },
    ],
    ["newyork-taxi-night", "2016-11-01T23:05", "Taxis in a wet street", { iso: 1600 }],
  ]),
  ...journey({ place: tokyo, camera: pixel, iso: 100, offset: "+09:00" }, [
    ["tokyo-crossing", "2025-03-28T19:45", "People cross a wide street", { iso: 800 }],
    ["tokyo-cherry", "2025-03-29T10:15", "Cherry blossoms by a canal", { keywords: ["flowers"], rating: 5 }],
    [
      "tokyo-anna-ramen",
      "2025-03-29T13:05",
      "Anna eats ramen",
      { people: ["Anna"], keywords: ["food"], shape: "portrait" },
    ],
    ["tokyo-neon", "2025-03-29T22:20", "Neon signs at a station", { iso: 1600, shape: "portrait" }],
    ["tokyo-fish-market", "2025-03-30T05:40", "Tuna at the fish market", { keywords: ["food"] }],
    ["tokyo-ben-anna", "2025-03-30T16:30", "Ben and Anna in kimonos", { people: ["Ben", "Anna"], rating: 4 }],
  ]),
  ...journey({ place: kyoto, placeWords: false, camera: pixel, iso: 100, offset: "+09:00" }, [
    ["kyoto-gates", "2025-04-01T08:30", "A path through wooden gates", { shape: "portrait" }],
    ["kyoto-temple", "2025-04-01T12:15", "A temple by a pond", { rating: 3 }],
  ]),
  ...journey({ place: capeTown, camera: canon, focalLength: 50, iso: 100, flash: false, offset: "+02:00" }, [
    ["capetown-mountain", "2020-01-11T09:20", "A flat mountain above the city", { shape: "panorama" }],
    ["capetown-penguins", "2020-01-12T13:45", "Penguins on a beach", { keywords: ["animals"], rating: 5 }],
    [
      "capetown-maria",
      "2020-01-12T17:30",
      "Maria with a surfboard at the beach",
      { people: ["Maria Schmidt"] },
    ],
    ["capetown-vineyard", "2020-01-13T15:10", "Rows of vines", { keywords: ["food"] }],
  ]),
  ...journey({ place: sydney, camera: nikon, focalLength: 18, iso: 200, flash: false, offset: "+10:00" }, [
    ["sydney-opera", "2018-07-21T12:00", "The opera house at the harbour", { rating: 4 }],
    [
      "sydney-koala",
      "2018-07-22T11:10",
      "A koala in a tree",
      { keywords: ["animals"], focalLength: 105, shape: "portrait" },
    ],
    ["sydney-ferry-night", "2018-07-22T21:35", "A ferry with its lights on", { iso: 3200 }],
    ["sydney-surfers-2019", "2019-01-19T10:00", "Surfers carry boards along the beach", { focalLength: 85 }],
  ]),
  ...journey({ place: petra, camera: canon, focalLength: 24, iso: 100, flash: false, offset: "+03:00" }, [
    ["petra-treasury", "2022-03-18T09:05", "A temple cut into the rock", { rating: 5, shape: "portrait" }],
    ["petra-ben-camel", "2022-03-18T11:30", "Ben rides a camel", { people: ["Ben"], keywords: ["animals"] }],
    ["petra-canyon", "2022-03-18T14:20", "A narrow canyon", { shape: "portrait" }],
    ["petra-candles", "2022-03-18T20:50", "Hundreds of candles before a temple", { iso: 3200 }],
    [
      "petra-desert",
      "2022-03-19T07:15",
      "Sand dunes and tents",
      { shape: "panorama", keywords: ["holiday"] },
    ],
  ]),
  ...journey({ camera: iphone, iso: 60, place: null }, [
    ["lost-plane-window", "2023-05-01T07:40", "The wing of a plane above clouds"],
    ["lost-dog-bath", "2022-01-22T11:05", "A dog in a bathtub", { keywords: ["pets"], rating: 2 }],
    ["lost-bike-race", "2025-07-19T16:10", "Cyclists race through a village", { keywords: ["sport"] }],
  ]),
];
