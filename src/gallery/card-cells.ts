import type { Look } from '#heygen/schemas/look.ts'

export type NameParts = readonly { text: string; marked: boolean }[]

/** What cells are shown with, beside their items. Another object means that all of them are drawn anew. */
export interface CellView {
  /** CSS pixels. */
  cellWidth: number
  /** A name in parts, those that were looked for marked; null where none was. */
  marks: ((name: string) => NameParts | null) | undefined
  personOf: ((groupId: NonNullable<Look['group_id']>) => string | undefined) | undefined
}

/** A grid's cell: nodes that are made once and show one item after another. */
export interface CardCell<T> {
  readonly root: HTMLElement
  readonly link: HTMLAnchorElement
  /** What the pointer's buttons on it are for; null where it has none. */
  readonly tools: { name: string; create: boolean } | null
  /** Shows an item; its pictures stay blank until they are asked for. `same`: another version of the one it shows. */
  show(item: T, view: CellView, same: boolean): void
  /** Becomes a place for an item that is on its way. */
  clear(): void
  /** Asks for the pictures that are not there yet. */
  ask(high: boolean): void
  /** Shows another cover, so many further on; null goes back to the first. */
  step?(by: number | null): void
  /** The pointer has come to something in it. */
  point?(target: Element): void
}

/** How a grid shows its items. */
export interface CardCells<T> {
  create: () => CardCell<T>
  /** In one cell, about. */
  elements: number
}
