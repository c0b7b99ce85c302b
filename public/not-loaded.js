// Says so where the page's own code cannot be had, after a broken deployment or without a network: it would stay blank.
// Deferred, and before that code: scripts of a page run, or fail, in their order.
addEventListener(
  'error',
  ({ target }) => {
    if (!(target instanceof HTMLScriptElement) || target.type !== 'module') return
    const main = document.createElement('main')
    const heading = document.createElement('h1')
    heading.textContent = 'Lookbook did not load'
    const hint = document.createElement('p')
    hint.textContent = 'Nothing you made is lost. Check the network, then reload.'
    const reload = document.createElement('button')
    reload.textContent = 'Reload'
    reload.addEventListener('click', () => location.reload())
    main.append(heading, hint, reload)
    // Cards that stand already would do nothing.
    document.querySelector('[role=grid]')?.remove()
    document.getElementById('root').replaceChildren(main)
  },
  true,
)
