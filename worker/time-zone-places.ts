/**
 * The positions of time zones in countries that have several: the principal place of each, in degrees, from `zone.tab`
 * of the tz database (2026-11-30), which is in the public domain. The clocks of other countries follow from their code.
 */
const lines = `
AU: Australia/Lord_Howe -31.6 159.1, Antarctica/Macquarie -54.5 158.9, Australia/Hobart -42.9 147.3,
  Australia/Melbourne -37.8 145, Australia/Sydney -33.9 151.2, Australia/Broken_Hill -31.9 141.4,
  Australia/Brisbane -27.5 153, Australia/Lindeman -20.3 149, Australia/Adelaide -34.9 138.6,
  Australia/Darwin -12.5 130.8, Australia/Perth -31.9 115.8, Australia/Eucla -31.7 128.9
BR: America/Noronha -3.9 -32.4, America/Belem -1.4 -48.5, America/Fortaleza -3.7 -38.5,
  America/Recife -8.1 -34.9, America/Araguaina -7.2 -48.2, America/Maceio -9.7 -35.7,
  America/Bahia -13 -38.5, America/Sao_Paulo -23.5 -46.6, America/Campo_Grande -20.4 -54.6,
  America/Cuiaba -15.6 -56.1, America/Santarem -2.4 -54.9, America/Porto_Velho -8.8 -63.9,
  America/Boa_Vista 2.8 -60.7, America/Manaus -3.1 -60, America/Eirunepe -6.7 -69.9,
  America/Rio_Branco -10 -67.8
CA: America/St_Johns 47.6 -52.7, America/Halifax 44.6 -63.6, America/Glace_Bay 46.2 -60,
  America/Moncton 46.1 -64.8, America/Goose_Bay 53.3 -60.4, America/Blanc-Sablon 51.4 -57.1,
  America/Toronto 43.6 -79.4, America/Iqaluit 63.7 -68.5, America/Atikokan 48.8 -91.6,
  America/Winnipeg 49.9 -97.2, America/Resolute 74.7 -94.8, America/Rankin_Inlet 62.8 -92.1,
  America/Regina 50.4 -104.7, America/Swift_Current 50.3 -107.8, America/Edmonton 53.5 -113.5,
  America/Cambridge_Bay 69.1 -105, America/Inuvik 68.3 -133.7, America/Creston 49.1 -116.5,
  America/Dawson_Creek 55.8 -120.2, America/Fort_Nelson 58.8 -122.7, America/Whitehorse 60.7 -135.1,
  America/Dawson 64.1 -139.4, America/Vancouver 49.3 -123.1
CD: Africa/Kinshasa -4.3 15.3, Africa/Lubumbashi -11.7 27.5
CL: America/Santiago -33.5 -70.7, America/Coyhaique -45.6 -72.1, America/Punta_Arenas -53.1 -70.9,
  Pacific/Easter -27.1 -109.4
CN: Asia/Shanghai 31.2 121.5, Asia/Urumqi 43.8 87.6
EC: America/Guayaquil -2.2 -79.8, Pacific/Galapagos -0.9 -89.6
ES: Europe/Madrid 40.4 -3.7, Africa/Ceuta 35.9 -5.3, Atlantic/Canary 28.1 -15.4
FM: Pacific/Chuuk 7.4 151.8, Pacific/Pohnpei 7 158.2, Pacific/Kosrae 5.3 163
GL: America/Nuuk 64.2 -51.7, America/Danmarkshavn 76.8 -18.7, America/Scoresbysund 70.5 -22,
  America/Thule 76.6 -68.8
ID: Asia/Jakarta -6.2 106.8, Asia/Pontianak -0 109.3, Asia/Makassar -5.1 119.4, Asia/Jayapura -2.5 140.7
KI: Pacific/Tarawa 1.4 173, Pacific/Kanton -2.8 -171.7, Pacific/Kiritimati 1.9 -157.3
KZ: Asia/Almaty 43.2 77, Asia/Qyzylorda 44.8 65.5, Asia/Qostanay 53.2 63.6, Asia/Aqtobe 50.3 57.2,
  Asia/Aqtau 44.5 50.3, Asia/Atyrau 47.1 51.9, Asia/Oral 51.2 51.4
MN: Asia/Ulaanbaatar 47.9 106.9, Asia/Hovd 48 91.7
MX: America/Mexico_City 19.4 -99.2, America/Cancun 21.1 -86.8, America/Merida 21 -89.6,
  America/Monterrey 25.7 -100.3, America/Matamoros 25.8 -97.5, America/Chihuahua 28.6 -106.1,
  America/Ciudad_Juarez 31.7 -106.5, America/Ojinaga 29.6 -104.4, America/Mazatlan 23.2 -106.4,
  America/Bahia_Banderas 20.8 -105.2, America/Hermosillo 29.1 -111, America/Tijuana 32.5 -117
NZ: Pacific/Auckland -36.9 174.8, Pacific/Chatham -44 -176.6
PF: Pacific/Tahiti -17.5 -149.6, Pacific/Marquesas -9 -139.5, Pacific/Gambier -23.1 -134.9
PG: Pacific/Port_Moresby -9.5 147.2, Pacific/Bougainville -6.2 155.6
PT: Europe/Lisbon 38.7 -9.1, Atlantic/Madeira 32.6 -16.9, Atlantic/Azores 37.7 -25.7
RU: Europe/Kaliningrad 54.7 20.5, Europe/Moscow 55.8 37.6, Europe/Kirov 58.6 49.6,
  Europe/Volgograd 48.7 44.4, Europe/Astrakhan 46.4 48, Europe/Saratov 51.6 46,
  Europe/Ulyanovsk 54.3 48.4, Europe/Samara 53.2 50.1, Asia/Yekaterinburg 56.9 60.6, Asia/Omsk 55 73.4,
  Asia/Novosibirsk 55 82.9, Asia/Barnaul 53.4 83.8, Asia/Tomsk 56.5 85, Asia/Novokuznetsk 53.8 87.1,
  Asia/Krasnoyarsk 56 92.8, Asia/Irkutsk 52.3 104.3, Asia/Chita 52 113.5, Asia/Yakutsk 62 129.7,
  Asia/Khandyga 62.6 135.6, Asia/Vladivostok 43.2 131.9, Asia/Ust-Nera 64.5 143.2,
  Asia/Magadan 59.6 150.8, Asia/Sakhalin 47 142.7, Asia/Srednekolymsk 67.5 153.7,
  Asia/Kamchatka 53 158.7, Asia/Anadyr 64.8 177.5
UA: Europe/Simferopol 45 34.1, Europe/Kyiv 50.4 30.5
UM: Pacific/Midway 28.2 -177.4, Pacific/Wake 19.3 166.6
US: America/New_York 40.7 -74, America/Detroit 42.3 -83, America/Kentucky/Louisville 38.2 -85.8,
  America/Kentucky/Monticello 36.8 -84.8, America/Indiana/Indianapolis 39.8 -86.2,
  America/Indiana/Vincennes 38.7 -87.5, America/Indiana/Winamac 41 -86.6,
  America/Indiana/Marengo 38.4 -86.3, America/Indiana/Petersburg 38.5 -87.3,
  America/Indiana/Vevay 38.7 -85.1, America/Chicago 41.9 -87.7, America/Indiana/Tell_City 38 -86.8,
  America/Indiana/Knox 41.3 -86.6, America/Menominee 45.1 -87.6,
  America/North_Dakota/Center 47.1 -101.3, America/North_Dakota/New_Salem 46.8 -101.4,
  America/North_Dakota/Beulah 47.2 -101.8, America/Denver 39.7 -105, America/Boise 43.6 -116.2,
  America/Phoenix 33.4 -112.1, America/Los_Angeles 34 -118.2, America/Anchorage 61.2 -149.9,
  America/Juneau 58.3 -134.4, America/Sitka 57.2 -135.3, America/Metlakatla 55.1 -131.6,
  America/Yakutat 59.5 -139.7, America/Nome 64.5 -165.4, America/Adak 51.9 -176.7,
  Pacific/Honolulu 21.3 -157.8
`;

export interface ZonePlace {
  zone: string;
  latitude: number;
  longitude: number;
}

/** The zones by the code of their country. */
export const zonePlaces: ReadonlyMap<string, ZonePlace[]> = new Map(
  [...lines.matchAll(/^([A-Z]{2}): ([^:]+?)$(?!\n {2})/gm)].map(([, code = "", places = ""]) => [
    code,
    places.split(/,\s+/).map((place) => {
      const [zone = "", latitude, longitude] = place.trim().split(" ");
      return { zone, latitude: Number(latitude), longitude: Number(longitude) };
    }),
  ]),
);
