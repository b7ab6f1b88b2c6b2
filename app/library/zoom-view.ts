export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

/** How large a picture is shown, and where. */
export interface ZoomView {
  /** 1 shows the whole picture. */
  scale: number;
  /** Distance of the picture's middle from the stage's middle, px. */
  offset: Point;
}

/** The stage, and the picture on it as it is at scale 1; both have the same middle. */
export interface Framing {
  stage: Size;
  picture: Size;
  /** The greatest scale. */
  most: number;
}

export const wholePicture: ZoomView = { scale: 1, offset: { x: 0, y: 0 } };

const atLeast = 4;

/** Returns the greatest scale: fourfold, or more if only then each pixel of the original is seen. */
export function mostZoom(originalWidth: number | null, shownWidth: number): number {
  return shownWidth > 0 ? Math.max(atLeast, (originalWidth ?? 0) / shownWidth) : atLeast;
}

/** Zooms so that what lies under `point` stays there. `point` is its distance from the stage's middle, px. */
export function zoomedAround(view: ZoomView, scale: number, point: Point, framing: Framing): ZoomView {
  const to = Math.min(framing.most, Math.max(1, scale));
  const part = to / view.scale;
  const along = (axis: keyof Point) => point[axis] - (point[axis] - view.offset[axis]) * part;
  return clamped({ scale: to, offset: { x: along("x"), y: along("y") } }, framing);
}

export function panned(view: ZoomView, by: Point, framing: Framing): ZoomView {
  return clamped({ ...view, offset: { x: view.offset.x + by.x, y: view.offset.y + by.y } }, framing);
}

/** Keeps the picture on the stage: no gap opens beside a picture that is larger, and a smaller one stays in the middle. */
export function clamped({ scale, offset }: ZoomView, { stage, picture }: Framing): ZoomView {
  const within = (value: number, shown: number, room: number) => {
    const most = Math.max(0, (shown * scale - room) / 2);
    return Math.min(most, Math.max(-most, value));
  };
  return {
    scale,
    offset: {
      x: within(offset.x, picture.width, stage.width),
      y: within(offset.y, picture.height, stage.height),
    },
  };
}
