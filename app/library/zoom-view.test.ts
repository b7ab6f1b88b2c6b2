import { expect, test } from "vitest";
import { clamped, type Framing, mostZoom, panned, wholePicture, zoomedAround } from "./zoom-view.ts";

const framing: Framing = {
  stage: { width: 1000, height: 600 },
  picture: { width: 800, height: 600 },
  most: 4,
};

test("zooming keeps the point under the pointer in its place", () => {
  const point = { x: 100, y: -50 };
  const view = zoomedAround(wholePicture, 2, point, framing);
  expect(view).toEqual({ scale: 2, offset: { x: -100, y: 50 } });
  // The same part of the picture, before and after.
  expect((point.x - view.offset.x) / view.scale).toBe(point.x);
});

test("zooming goes neither below the whole picture nor beyond the greatest scale", () => {
  expect(zoomedAround(wholePicture, 0.2, { x: 9, y: 9 }, framing)).toEqual(wholePicture);
  expect(zoomedAround(wholePicture, 100, { x: 0, y: 0 }, framing).scale).toBe(4);
});

test("a picture cannot be dragged off the stage", () => {
  const close = { scale: 2, offset: { x: 0, y: 0 } };
  expect(panned(close, { x: 9_999, y: -9_999 }, framing).offset).toEqual({ x: 300, y: -300 });
  // It is still as wide as the stage has room for, so it stays in the middle.
  expect(clamped({ scale: 1.1, offset: { x: 50, y: 0 } }, framing).offset.x).toBe(0);
});

test("zooming out again ends with the picture in the middle", () => {
  const corner = panned(
    zoomedAround(wholePicture, 4, { x: 300, y: 200 }, framing),
    { x: 900, y: 0 },
    framing,
  );
  expect(zoomedAround(corner, 1, { x: 300, y: 200 }, framing)).toEqual(wholePicture);
});

test("a large original can be seen pixel by pixel", () => {
  expect(mostZoom(8_000, 800)).toBe(10);
  expect(mostZoom(640, 800)).toBe(4);
  expect(mostZoom(null, 0)).toBe(4);
});
