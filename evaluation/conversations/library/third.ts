import { type FixturePhoto, journey } from "../photo.ts";
import { thirdLately } from "./third-lately.ts";
import {
  bergen,
  capeTown,
  fuji,
  krakow,
  leipzig,
  lumix,
  montreal,
  nikon,
  olympus,
  queenstown,
  stellenbosch,
  toronto,
} from "./third-places.ts";

/** The photos of a third household, by somebody who has seen neither the others nor how questions are read. */
export const third: FixturePhoto[] = [
  ...journey({ place: leipzig, camera: lumix, focalLength: 4.6, iso: 100, flash: false, offset: "+02:00" }, [
    [
      "P1000112",
      "2008-04-19T10:30",
      "newborn baby asleep in a white crib",
      { people: ["Zoë"], keywords: ["family"], rating: 5 },
    ],
    [
      "P1000388",
      "2009-04-19T15:20",
      "birthday cake with one candle on the table",
      { people: ["Zoë", "Rose"], flash: true, iso: 400, keywords: ["family"] },
    ],
    ["P1000561", "2010-07-03T11:00", "toddler with a red bucket in the sandbox", { people: ["Zoë"] }],
    [
      "P1000702",
      "2010-12-24T18:10",
      "decorated Christmas tree with wrapped presents",
      { flash: true, iso: 400, shape: "portrait", offset: "+01:00" },
    ],
    [
      "P1000719",
      "2011-01-09T14:00",
      "children pulling a wooden sledge through deep snow",
      { people: ["Zoë"], offset: "+01:00" },
    ],
  ]),
  ...journey({ place: capeTown, camera: nikon, focalLength: 35, iso: 200, flash: false, offset: "+02:00" }, [
    [
      "DSC_0210",
      "2012-12-25T13:00",
      "family lunch in the garden with paper crowns",
      { people: ["Aylin", "Tomasz", "Rose"], keywords: ["family"] },
    ],
    [
      "DSC_0244",
      "2012-12-28T10:15",
      "penguins walking along the beach between boulders",
      { focalLength: 105, rating: 5, keywords: ["animals"] },
    ],
    [
      "DSC_0251",
      "2012-12-29T18:40",
      "flat mountain under a blanket of clouds",
      { shape: "panorama", title: "Table Mountain", rating: 4 },
    ],
    ["DSC_0270", "2012-12-31T23:50", "fireworks over the harbour", { iso: 3200 }],
    [
      "DSC_0273",
      "2013-01-01T00:10",
      "people raising glasses on a balcony at midnight",
      { people: ["Aylin", "Tomasz"], flash: true, iso: 1600 },
    ],
    [
      "DSC_0301",
      "2013-01-03T16:00",
      "rows of vines in front of a white farmhouse",
      { place: stellenbosch, rating: 4 },
    ],
    [
      "DSC_0304",
      "2013-01-03T17:30",
      "two glasses of red wine on a barrel",
      { place: stellenbosch, keywords: ["food"] },
    ],
    [
      "DSC_0319",
      "2013-01-04T09:20",
      "brown horse grazing beside a fence",
      { place: stellenbosch, focalLength: 105, keywords: ["animals"] },
    ],
  ]),
  ...journey({ place: leipzig, camera: nikon, focalLength: 50, iso: 400, flash: false }, [
    [
      "DSC_0880",
      "2014-08-23T10:00",
      "girl with a school cone on her first day",
      { people: ["Zoë"], shape: "portrait", keywords: ["family"], offset: "+02:00" },
    ],
    ["DSC_2207", "2016-06-05T11:40", "marching band with brass instruments in a park", { offset: "+02:00" }],
    ["DSC_2412", "2016-11-22T08:20", "first snow on the balcony railing"],
  ]),
  ...journey({ place: bergen, camera: nikon, focalLength: 24, iso: 200, flash: false, offset: "+02:00" }, [
    [
      "DSC_1502",
      "2015-07-11T11:00",
      "colourful wooden houses along the wharf",
      { title: "Bryggen", rating: 4 },
    ],
    [
      "DSC_1509",
      "2015-07-11T12:30",
      "man holding a large salmon at the fish market",
      { people: ["Emil"], keywords: ["food"] },
    ],
    ["DSC_1533", "2015-07-12T16:00", "red funicular climbing a steep hill", { focalLength: 85 }],
    [
      "DSC_1550",
      "2015-07-13T10:00",
      "boat crossing a narrow fjord between cliffs",
      { shape: "panorama", rating: 5 },
    ],
    ["DSC_1558", "2015-07-13T14:00", "waterfall seen from the ferry", { shape: "portrait" }],
    [
      "DSC_1571",
      "2015-07-14T19:30",
      "woman in a yellow raincoat on the pier",
      { people: ["Ingrid Solberg"], shape: "portrait" },
    ],
    ["DSC_1580", "2015-07-14T23:15", "harbour lights reflected in the water", { iso: 1600 }],
  ]),
  ...journey({ place: krakow, camera: olympus, focalLength: 25, iso: 200, flash: false, offset: "+02:00" }, [
    ["P4150031", "2017-04-15T10:00", "painted eggs in a wicker basket"],
    [
      "P4160040",
      "2017-04-16T12:00",
      "horse carriage on the market square",
      { rating: 4, keywords: ["animals"] },
    ],
    [
      "P4160052",
      "2017-04-16T15:30",
      "grandmother pouring tea in the kitchen",
      { people: ["Rose"], keywords: ["family"] },
    ],
    ["P4170066", "2017-04-17T17:45", "street musician with an accordion"],
    ["P4180070", "2017-04-18T13:00", "dumplings with fried onions on a plate", { keywords: ["food"] }],
    [
      "P4180081",
      "2017-04-18T20:30",
      "dragon statue breathing fire below the castle",
      { people: ["Tomasz"], iso: 1600, shape: "portrait" },
    ],
  ]),
  ...journey(
    { place: montreal, camera: olympus, focalLength: 42, iso: 200, flash: false, offset: "-04:00" },
    [
      ["PA200101", "2018-10-20T09:00", "red maple leaves covering a park bench", { rating: 4 }],
      ["PA200109", "2018-10-20T11:30", "bagels stacked on a bakery counter", { keywords: ["food"] }],
      [
        "PA210120",
        "2018-10-21T14:15",
        "squirrel eating a nut on a fence",
        { rating: 5, keywords: ["animals"] },
      ],
      ["PA210133", "2018-10-21T16:00", "mannequin in a summer dress in a shop window", { shape: "portrait" }],
    ],
  ),
  ...journey(
    {
      place: toronto,
      placeWords: false,
      camera: olympus,
      focalLength: 14,
      iso: 800,
      flash: false,
      offset: "-04:00",
    },
    [
      [
        "PA310160",
        "2018-10-31T18:20",
        "girl dressed as a witch with a broom",
        { people: ["Zoë"], flash: true, shape: "portrait" },
      ],
      ["PA310166", "2018-10-31T19:00", "carved pumpkins glowing on the porch", { iso: 3200 }],
      ["PB020171", "2018-11-02T17:40", "skyline across the lake at dusk", { shape: "panorama" }],
      ["PB030180", "2018-11-03T20:00", "ice hockey game in a full arena", { iso: 3200 }],
    ],
  ),
  ...journey(
    {
      place: queenstown,
      placeWords: false,
      camera: fuji,
      focalLength: 23,
      iso: 200,
      flash: false,
      offset: "+13:00",
    },
    [
      ["DSCF3010", "2019-12-21T11:00", "bungee jumper above a turquoise river", { people: ["Tomasz"] }],
      ["DSCF3024", "2019-12-22T15:00", "steamboat on the lake with mountains behind"],
      ["DSCF3037", "2019-12-23T10:00", "sheep blocking a gravel road", { rating: 5, keywords: ["animals"] }],
      [
        "DSCF3052",
        "2019-12-25T18:00",
        "Christmas dinner on the beach with paper hats",
        { people: ["Aylin", "Tomasz", "Zoë", "Florence"], keywords: ["family"] },
      ],
      ["DSCF3071", "2019-12-27T23:40", "starry sky over the lake", { iso: 6400, rating: 5 }],
      ["DSCF3080", "2019-12-28T09:30", "girl paddling a blue kayak", { people: ["Zoë"] }],
    ],
  ),
  ...thirdLately,
];
