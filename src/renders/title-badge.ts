const mark = /^\(\d+\) /

function set(count: number) {
  const bare = document.title.replace(mark, '')
  const title = count > 0 ? `(${count}) ${bare}` : bare
  if (document.title !== title) document.title = title
}

/** Keeps "(2) " before the page's title, whatever page it is; `update` is called when the count may have changed. */
export function badgeTitle(count: () => number): { update: () => void; end: () => void } {
  const update = () => set(count())
  const observer = new MutationObserver(update)
  observer.observe(document.head, { childList: true, subtree: true, characterData: true })
  update()
  return {
    update,
    end() {
      observer.disconnect()
      set(0)
    },
  }
}
