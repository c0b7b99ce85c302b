/** What of a picture is seen: so many times as large, around a point in fractions of the frame's width and height. */
export interface Zoom {
  scale: number
  x: number
  y: number
}

export interface Point {
  x: number
  y: number
}

export const wholePicture: Zoom = { scale: 1, x: 0.5, y: 0.5 }
export const mostZoom = 8
/** What one press of a key or a button does. */
export const zoomStep = 1.25
const doubleClick = 2.5

const between = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)

/** The nearest zoom whose frame is full of the picture. */
export function clampZoom({ scale, x, y }: Zoom): Zoom {
  const clamped = between(scale, 1, mostZoom)
  const half = 0.5 / clamped
  return { scale: clamped, x: between(x, half, 1 - half), y: between(y, half, 1 - half) }
}

/** The point of the picture at a point of the frame. */
export const pictureAt = ({ scale, x, y }: Zoom, at: Point): Point => ({
  x: x + (at.x - 0.5) / scale,
  y: y + (at.y - 0.5) / scale,
})

/** Larger or smaller by `factor`; what is at the point of the frame stays there, as far as the edges let it. */
export function zoomBy(zoom: Zoom, factor: number, at: Point = { x: 0.5, y: 0.5 }): Zoom {
  const scale = between(zoom.scale * factor, 1, mostZoom)
  const kept = pictureAt(zoom, at)
  return clampZoom({ scale, x: kept.x - (at.x - 0.5) / scale, y: kept.y - (at.y - 0.5) / scale })
}

/** Follows a drag by fractions of the frame: to the right shows more of the left. */
export const panBy = (zoom: Zoom, by: Point): Zoom =>
  clampZoom({ ...zoom, x: zoom.x - by.x / zoom.scale, y: zoom.y - by.y / zoom.scale })

/** Whole, or near to the point. */
export const toggleZoom = (zoom: Zoom, at: Point): Zoom =>
  zoom.scale > 1 ? wholePicture : zoomBy(zoom, doubleClick, at)

/** As a CSS transform around the middle of the frame. */
export const transformOf = ({ scale, x, y }: Zoom) =>
  `translate(${(0.5 - x) * scale * 100}%, ${(0.5 - y) * scale * 100}%) scale(${scale})`
