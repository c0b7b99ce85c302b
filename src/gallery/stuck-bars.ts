/** CSS pixels at the top of the window that bars cover while the page is scrolled. */
export function stuckHeight(): number {
  const bottoms = [...document.querySelectorAll<HTMLElement>('[data-sticky]')].map((bar) => {
    const { position, top } = getComputedStyle(bar)
    return position === 'sticky' ? (Number.parseFloat(top) || 0) + bar.offsetHeight : 0
  })
  return Math.max(0, ...bottoms)
}
