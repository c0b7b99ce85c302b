// The address says which Lookbook: /?lookbook=http://127.0.0.1:4173
const lookbook = new URLSearchParams(location.search).get('lookbook') ?? 'http://localhost:4173'
const { pickLook } = await import(`${lookbook}/lookbook-picker.js`)
const told = document.querySelector('pre')

/** @param {unknown} what */
function tell(what) {
  if (told) told.textContent = JSON.stringify(what, null, 1)
}

/** @param {unknown} error */
function tellError(error) {
  if (!(error instanceof Error)) return tell({ error: String(error) })
  const code = 'code' in error ? error.code : error.name
  return tell({ error: code, message: error.message })
}

/** @param {Event} event */
const detailOf = (event) => (event instanceof CustomEvent ? event.detail : undefined)

for (const button of document.querySelectorAll('[data-pick]'))
  button.addEventListener('click', () => {
    tell('...')
    pickLook(JSON.parse(button.getAttribute('data-pick') ?? '{}')).then(tell, tellError)
  })

const picker = document.querySelector('look-picker')
for (const type of ['pick', 'cancel'])
  picker?.addEventListener(type, (event) => tell([type, detailOf(event)]))
picker?.addEventListener('error', (event) => tellError(detailOf(event)))

document.querySelector('form')?.addEventListener('submit', (event) => {
  event.preventDefault()
  const { currentTarget } = event
  if (currentTarget instanceof HTMLFormElement) tell([...new FormData(currentTarget)])
})
// Tests wait for it.
document.body.dataset['ready'] = ''
