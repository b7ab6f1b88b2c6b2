import { thumbHashToAverageRGBA, thumbHashToDataURL } from "thumbhash";

/** What stands in for a photo until it is loaded: the mean colour, and the blurred picture of its thumbhash. */
export function placeholderOf(
  thumbhash: string,
  picture: boolean,
): { backgroundColor: string; backgroundImage?: string } {
  const bytes = Uint8Array.from(atob(thumbhash), (char) => char.charCodeAt(0));
  const { r, g, b } = thumbHashToAverageRGBA(bytes);
  const [red, green, blue] = [r, g, b].map((part) => Math.round(part * 255));
  const backgroundColor = `rgb(${red} ${green} ${blue})`;
  return picture
    ? { backgroundColor, backgroundImage: `url(${thumbHashToDataURL(bytes)})` }
    : { backgroundColor };
}
