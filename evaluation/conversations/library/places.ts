import type { FixtureCamera, FixturePlace } from "../photo.ts";

export const place = (
  city: string,
  region: string | null,
  country: string,
  code: string,
  latitude: number,
  longitude: number,
): FixturePlace => ({ city, region, country, code, latitude, longitude });

export const lisbon = place("Lisbon", null, "Portugal", "PT", 38.7139, -9.1394);
export const sintra = place("Sintra", null, "Portugal", "PT", 38.7876, -9.3906);
export const porto = place("Porto", "Porto", "Portugal", "PT", 41.1496, -8.611);
export const berlin = place("Berlin", "Berlin", "Germany", "DE", 52.52, 13.405);
export const munich = place("Munich", "Bavaria", "Germany", "DE", 48.1374, 11.5755);
export const paris = place("Paris", "Île-de-France", "France", "FR", 48.8566, 2.3522);
export const nice = place("Nice", "Provence-Alpes-Côte d'Azur", "France", "FR", 43.7034, 7.2663);
export const newYork = place("New York", "New York", "United States", "US", 40.7306, -73.9866);
export const tokyo = place("Tokyo", "Tokyo", "Japan", "JP", 35.6895, 139.6917);
export const kyoto = place("Kyoto", "Kyoto", "Japan", "JP", 35.0116, 135.7681);
export const capeTown = place("Cape Town", "Western Cape", "South Africa", "ZA", -33.9258, 18.4232);
export const sydney = place("Sydney", "New South Wales", "Australia", "AU", -33.8688, 151.2093);
export const petra = place("Wadi Musa", "Ma'an", "Jordan", "JO", 30.3216, 35.4801);
export const dresden = place("Dresden", "Saxony", "Germany", "DE", 51.0509, 13.7383);

export const camera = (make: string, model: string, lens: string | null = null): FixtureCamera => ({
  make,
  model,
  lens,
});

export const canon = camera("Canon", "Canon EOS 40D", "EF50mm f/1.8 II");
export const nikon = camera("NIKON CORPORATION", "NIKON D90", "AF-S Nikkor 18-105mm");
export const iphone = camera("Apple", "iPhone 13");
export const pixel = camera("Google", "Pixel 7");
