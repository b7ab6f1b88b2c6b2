import { nameKey } from "./names.ts";

interface Part {
  names: string[];
  /** ISO 3166-1. */
  countries: string;
}

/**
 * The continents follow the United Nations' M49; a country on two continents is listed with the usual one.
 */
const continents = {
  africa: `AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA
    NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW`,
  asia: `AE AF AM AZ BD BH BN BT CC CN CX GE HK ID IL IN IO IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM
    PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE`,
  europe: `AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK
    MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK`,
  centralAmerica: "BZ CR GT HN NI PA SV",
  caribbean: "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI",
  northernAmerica: "BM CA GL MX PM US",
  southAmerica: "AR BO BR CL CO EC FK GF GY PE PY SR UY VE",
  oceania: "AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS",
  antarctica: "AQ BV GS HM TF",
};

const parts: Part[] = [
  { names: ["Africa", "Afrika", "Afrique"], countries: continents.africa },
  { names: ["Asia", "Asien", "Asie"], countries: continents.asia },
  { names: ["Europe", "Europa"], countries: continents.europe },
  {
    names: ["North America", "Nordamerika", "América del Norte", "Norteamérica", "Amérique du Nord"],
    countries: [continents.northernAmerica, continents.centralAmerica, continents.caribbean].join(" "),
  },
  {
    names: [
      "Central America",
      "Mittelamerika",
      "Zentralamerika",
      "América Central",
      "Centroamérica",
      "Amérique centrale",
    ],
    countries: continents.centralAmerica,
  },
  { names: ["Caribbean", "Karibik", "Caribe", "Caraïbes", "Antilles"], countries: continents.caribbean },
  {
    names: ["South America", "Südamerika", "América del Sur", "Sudamérica", "Amérique du Sud"],
    countries: continents.southAmerica,
  },
  {
    names: ["Latin America", "Lateinamerika", "América Latina", "Latinoamérica", "Amérique latine"],
    countries: ["MX", continents.centralAmerica, continents.southAmerica, "CU DO PR"].join(" "),
  },
  { names: ["Oceania", "Ozeanien", "Océanie"], countries: continents.oceania },
  { names: ["Antarctica", "Antarktis", "Antártida", "Antarctique"], countries: continents.antarctica },
  { names: ["Scandinavia", "Skandinavien", "Escandinavia", "Scandinavie"], countries: "DK NO SE" },
  { names: ["Benelux"], countries: "BE LU NL" },
];

/** Returns the parts of the world that a country lies in, with the keys of their names. */
export function partsOfWorld(code: string): { key: string; name: string }[] {
  return parts
    .filter(({ countries }) => countries.split(/\s+/).includes(code))
    .flatMap(({ names }) => names.map((name) => ({ key: nameKey(name), name })));
}
