import { camera, place } from "./places.ts";

/** Where a third household has been, and with what. */
export const leipzig = place("Leipzig", "Saxony", "Germany", "DE", 51.3397, 12.3731);
export const dresden = place("Dresden", "Saxony", "Germany", "DE", 51.0504, 13.7373);
export const capeTown = place("Cape Town", "Western Cape", "South Africa", "ZA", -33.9249, 18.4241);
export const stellenbosch = place("Stellenbosch", "Western Cape", "South Africa", "ZA", -33.9346, 18.8668);
export const bergen = place("Bergen", "Vestland", "Norway", "NO", 60.393, 5.3242);
export const krakow = place("Kraków", "Lesser Poland", "Poland", "PL", 50.0614, 19.9372);
export const montreal = place("Montréal", "Quebec", "Canada", "CA", 45.5088, -73.5878);
export const toronto = place("Toronto", "Ontario", "Canada", "CA", 43.7001, -79.4163);
export const queenstown = place("Queenstown", "Otago", "New Zealand", "NZ", -45.0302, 168.6627);
export const hanoi = place("Hanoi", null, "Vietnam", "VN", 21.0245, 105.8412);
export const daNang = place("Da Nang", null, "Vietnam", "VN", 16.0678, 108.2208);
export const marrakesh = place("Marrakesh", null, "Morocco", "MA", 31.6342, -7.9999);
export const cusco = place("Cusco", "Cusco", "Peru", "PE", -13.5226, -71.9673);
export const edinburgh = place("Edinburgh", "Scotland", "United Kingdom", "GB", 55.9521, -3.1965);
export const bologna = place("Bologna", "Emilia-Romagna", "Italy", "IT", 44.4938, 11.3387);

export const lumix = camera("Panasonic", "DMC-FX33");
export const nikon = camera("NIKON CORPORATION", "NIKON D7000", "18.0-105.0 mm f/3.5-5.6");
export const olympus = camera("OLYMPUS CORPORATION", "E-M10MarkII", "OLYMPUS M.14-42mm F3.5-5.6 EZ");
export const fuji = camera("FUJIFILM", "X100F");
export const galaxy = camera("samsung", "SM-G991B");
export const pixel = camera("Google", "Pixel 8 Pro", "Pixel 8 Pro back camera 6.9mm f/1.68");
export const iphone = camera("Apple", "iPhone 13 mini", "iPhone 13 mini back dual wide camera 5.1mm f/1.6");
