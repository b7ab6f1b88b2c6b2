import { thumbHashToAverageRGBA, thumbHashToDataURL } from "thumbhash";

/** Makes the background of a photo that is not loaded yet: the thumbhash's mean colour and its blurred picture. */
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
