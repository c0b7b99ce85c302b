/** Gives the focus to the grid's tab stop, else to the page. */
export function focusGrid(): void {
  const stop = document.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')
  const target = stop ?? document.getElementById('main')
  target?.focus({ preventScroll: true })
}
