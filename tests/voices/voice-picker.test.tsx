import { Dialog } from '@base-ui/react/dialog'
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse } from 'msw'
import { http } from 'msw/http'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { createQueryClient } from '#app/query-client.ts'
import { voiceQueries } from '#queries/voices.ts'
import { voiceId } from '#sandbox/voices.ts'
import { samplePlayer } from '#voices/sample-player.ts'
import { VoiceField } from '#voices/voice-field.tsx'
import { sandboxHandler, server } from '../sandbox-server.ts'

afterEach(() => samplePlayer.stop())

const carmen = voiceId('carmen-warm')

function Field({ standard, first }: { standard: string | null; first: string | null }) {
  const [chosen, setChosen] = useState(first)
  const id = chosen ?? standard
  const { data, error } = useQuery({ ...voiceQueries.detail(id ?? ''), enabled: id !== null })
  return (
    <VoiceField
      label="Voice"
      voice={data ?? (error || id === null ? null : undefined)}
      voiceId={id}
      isDefault={chosen === null}
      defaultVoiceId={standard}
      onPick={(voice) => setChosen(voice?.voice_id ?? null)}
    />
  )
}

/** The field in a modal dialog, as in the page. */
function renderField(standard: string | null = carmen, first: string | null = null) {
  const sent = vi.fn<() => void>()
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Dialog.Root defaultOpen>
        <Dialog.Portal>
          <Dialog.Popup
            aria-label="Create video"
            onKeyDown={(event) => event.ctrlKey && event.key === 'Enter' && sent()}
          >
            <Field standard={standard} first={first} />
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </QueryClientProvider>,
  )
  return { user: userEvent.setup(), sent }
}

const field = (name: string | RegExp) => screen.findByRole('button', { name })
const search = () => screen.findByRole('combobox', { name: 'Search voices' })
const options = () => within(screen.getByRole('listbox', { name: 'Choose a voice' })).getAllByRole('option')
const names = () => options().map((option) => option.querySelector('span > span')?.textContent)

async function openPicker(standard?: string | null, first?: string | null) {
  const { user, sent } = renderField(standard, first)
  await user.click(await field(/^Voice (?!Loading)/))
  await search()
  await screen.findByText(/^\d+ voices?$/)
  return { user, sent }
}

test('the field says the default voice, and plays its sample beside the button', async () => {
  const { user } = renderField()
  const button = await field('Voice Carmen - Warm Default voice of this look · English · Female')
  const play = screen.getByRole('button', { name: 'Play a sample of Carmen - Warm' })
  expect(button).not.toContainElement(play)
  await user.click(play)
  expect(screen.getByRole('button', { name: 'Stop the sample of Carmen - Warm' })).toBeVisible()
  expect(screen.queryByRole('combobox')).not.toBeInTheDocument()
})

test('a field without any voice asks for one, and one can be picked', async () => {
  const { user } = await openPicker(null)
  expect(await field('Voice No default voice. Choose one.')).toBeInTheDocument()
  expect(screen.queryByText(/Default voice of this look/)).not.toBeInTheDocument()
  await user.click(screen.getByRole('option', { name: /^Maya - Calm/ }))
  expect(await field('Voice Maya - Calm English · Female')).toHaveFocus()
})

test('a voice that cannot be read says so, and another can be picked and the default gone back to', async () => {
  const { user } = await openPicker('gone')
  const button = await field(/^Voice The voice could not be read Default voice of this look/)
  await user.click(screen.getByRole('option', { name: /^Maya - Calm/ }))
  await field(/^Voice Maya - Calm/)
  await user.click(button)
  await user.click(await screen.findByRole('option', { name: /Default voice of this look/ }))
  expect(await field(/^Voice The voice could not be read/)).toBeVisible()
})

test('the default comes first, then own voices and those with a sample; those without say so', async () => {
  await openPicker()
  const [standard, own] = options()
  expect(standard).toHaveAccessibleName(/^Carmen - Warm Default voice of this look · English · Female/)
  expect(standard).toHaveAttribute('aria-selected', 'true')
  expect(own).toHaveAccessibleName(/^Walter \(cloned\).*Mine$/)
  expect(names().slice(1, 5)).toEqual(['Walter (cloned)', 'Ruth (cloned)', 'Omar phone memo', 'Diego - Easy'])
  expect(screen.getByRole('option', { name: /^Omar phone memo/ })).toHaveAccessibleName(/no sample/)
  expect(screen.queryByRole('button', { name: /Omar phone memo/ })).not.toBeInTheDocument()
  expect(screen.getByText('31 voices')).toBeInTheDocument()
})

test('only the voices in sight and a few around them are there', async () => {
  await openPicker()
  expect(options().length).toBeLessThan(20)
  expect(options()[0]).toHaveAttribute('aria-setsize', '31')
})

test('typing searches names, languages and genders, and Enter picks what the arrows show', async () => {
  const { user } = await openPicker()
  await user.type(await search(), 'ge fem')
  expect(names()).toEqual(['Annika - Natural'])
  await user.clear(await search())
  await user.type(await search(), 'natural')
  expect(names()).toEqual(['Annika - Natural', 'Lucien - Natural'])
  expect(screen.getByText('2 of 31 voices')).toBeVisible()
  await user.keyboard('{ArrowDown}{Enter}')
  const button = await field('Voice Lucien - Natural French · Male')
  await waitFor(() => expect(button).toHaveFocus())
})

test('language, gender, own and with a sample narrow the list, and one button drops them all', async () => {
  const { user } = await openPicker()
  await user.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'German (2)')
  expect(names()).toEqual(['Annika - Natural', 'Matthias'])
  await user.click(screen.getByRole('radio', { name: 'Male' }))
  expect(names()).toEqual(['Matthias'])
  await user.click(screen.getByRole('button', { name: 'Mine' }))
  expect(screen.getByText('No voice matches.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  expect(await search()).toHaveFocus()
  expect(names()).toHaveLength(options().length)
  expect(names()[0]).toBe('Carmen - Warm')
  await user.click(screen.getByRole('button', { name: 'Mine' }))
  expect(names()).toEqual(['Walter (cloned)', 'Ruth (cloned)', 'Omar phone memo'])
  await user.click(screen.getByRole('button', { name: 'With sample' }))
  expect(names()).toEqual(['Walter (cloned)', 'Ruth (cloned)'])
})

test('another filter begins the list from the top', async () => {
  const { user } = await openPicker()
  const list = screen.getByRole('listbox').parentElement?.parentElement
  if (list) list.scrollTop = 800
  list?.dispatchEvent(new Event('scroll'))
  await waitFor(() => expect(names()).not.toContain('Carmen - Warm'))
  const scrollTo = vi.spyOn(Element.prototype, 'scrollTo')
  await user.click(screen.getByRole('radio', { name: 'Female' }))
  expect(scrollTo).toHaveBeenCalledWith(expect.objectContaining({ top: 0 }))
})

test('the default row goes back to the default', async () => {
  const { user } = await openPicker(carmen, voiceId('maya-calm'))
  expect(screen.getByRole('option', { name: /^Maya - Calm/ })).toHaveAttribute('aria-selected', 'true')
  await user.click(screen.getByRole('option', { name: /Default voice of this look/ }))
  expect(await field(/^Voice Carmen - Warm Default voice of this look/)).toBeVisible()
})

test('the list opens at the chosen voice', async () => {
  const { user } = await openPicker(carmen, voiceId('emre'))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('listbox')).not.toBeInTheDocument())
  const scrollTo = vi.spyOn(Element.prototype, 'scrollTo')
  await user.click(await field(/^Voice Emre/))
  await search()
  const [to] = scrollTo.mock.calls[0] ?? []
  // The 26th, with two rows above it.
  expect(to).toMatchObject({ top: 23 * 52 })
})

test('one sample plays at a time, picks nothing, and stops when the list closes', async () => {
  const { user } = await openPicker()
  const group = within(screen.getByRole('group', { name: 'Samples' }))
  await user.click(group.getByRole('button', { name: 'Play a sample of Walter (cloned)' }))
  await user.click(group.getByRole('button', { name: 'Play a sample of Diego - Easy' }))
  expect(group.getByRole('button', { name: 'Play a sample of Walter (cloned)' })).toBeVisible()
  expect(group.getByRole('button', { name: 'Stop the sample of Diego - Easy' })).toBeVisible()
  expect(await search()).toHaveFocus()
  const pause = vi.spyOn(HTMLMediaElement.prototype, 'pause')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(pause).toHaveBeenCalled())
  expect(samplePlayer.current()).toBeNull()
  expect(await field(/^Voice Carmen - Warm/)).toBeVisible()
})

test('a key plays the sample of the voice the arrows show, and stops it', async () => {
  const play = vi.spyOn(HTMLMediaElement.prototype, 'play')
  const { user } = await openPicker()
  await user.type(await search(), 'lucien')
  await user.keyboard('{Alt>}[KeyP]{/Alt}')
  expect(play).toHaveBeenCalledOnce()
  expect(screen.getByRole('button', { name: 'Stop the sample of Lucien - Natural' })).toBeVisible()
  await user.keyboard('{Alt>}[KeyP]{/Alt}')
  expect(screen.getByRole('button', { name: 'Play a sample of Lucien - Natural' })).toBeVisible()
  expect(await search()).toHaveValue('lucien')
})

const tabStops = () =>
  within(screen.getByRole('group', { name: 'Samples' }))
    .getAllByRole('button')
    .flatMap((button) => (button.tabIndex === 0 ? button.getAttribute('aria-label') : []))

test('Tab goes to one sample only, that of the voice the arrows show', async () => {
  const { user } = await openPicker()
  expect(tabStops()).toEqual(['Play a sample of Carmen - Warm'])
  await user.type(await search(), 'natural')
  await user.keyboard('{ArrowDown}')
  expect(tabStops()).toEqual(['Play a sample of Lucien - Natural'])
})

test('Escape closes the list and not the dialog, and the field has the focus again', async () => {
  const { user } = await openPicker()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('combobox')).not.toBeInTheDocument())
  expect(screen.getByRole('dialog', { name: 'Create video' })).toBeVisible()
  await waitFor(async () => expect(await field(/^Voice Carmen/)).toHaveFocus())
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
})

test('the key that sends the dialog sends nothing from the list', async () => {
  const { user, sent } = await openPicker()
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(sent).not.toHaveBeenCalled()
})

test('voices that are on their way are counted, and stay when the rest does not come', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  server.use(
    http.get('*/api/v3/voices', async ({ request }) => {
      if (new URL(request.url).searchParams.get('type') !== 'public') return undefined
      await promise
      return HttpResponse.json({}, { status: 502 })
    }),
  )
  const { user } = renderField()
  await user.click(await field(/^Voice Carmen/))
  expect(await screen.findByText('4 voices so far')).toBeVisible()
  resolve()
  expect(await screen.findByText('HeyGen has a problem')).toBeVisible()
  expect(names()).toEqual(['Carmen - Warm', 'Walter (cloned)', 'Ruth (cloned)', 'Omar phone memo'])
  server.use(sandboxHandler())
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await search()).toHaveFocus()
  expect(await screen.findByText('31 voices')).toBeVisible()
})

test('told when to come back it counts down, asks by itself, and takes the focus from nobody', async () => {
  let asked = 0
  server.use(
    http.get('*/api/v3/voices', () => {
      asked++
      if (asked > 1) return undefined
      return HttpResponse.json(
        { error: { code: 'rate_limit_exceeded', message: 'x' } },
        { status: 429, headers: { 'retry-after': '2' } },
      )
    }),
  )
  const { user } = renderField()
  await user.click(await field(/^Voice/))
  const status = within(await screen.findByRole('dialog', { name: 'Choose a voice' }))
  const retry = await status.findByRole('button', { name: 'Try again' })
  expect(retry).toHaveAttribute('aria-disabled', 'true')
  expect(status.getByRole('status')).toHaveTextContent('Trying again is possible in 2 s.')
  await user.click(retry)
  expect(asked).toBe(1)
  const sample = screen.getByRole('button', { name: 'With sample' })
  act(() => sample.focus())
  expect(await screen.findByText('31 voices')).toBeVisible()
  expect(sample).toHaveFocus()
})

test('a page that comes while a voice is chosen by the arrows puts no other under Enter', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  server.use(
    http.get('*/api/v3/voices', async ({ request }) => {
      const type = new URL(request.url).searchParams.get('type')
      if (type !== 'public') return HttpResponse.json({ data: [] })
      const token = new URL(request.url).searchParams.get('token')
      if (token === null)
        return HttpResponse.json({
          data: [{ voice_id: 'new', name: 'New one' }],
          has_more: true,
          next_token: '2',
        })
      await promise
      const preview_audio_url = '/sandbox/old.mp3'
      return HttpResponse.json({ data: [{ voice_id: 'old', name: 'Old one', preview_audio_url }] })
    }),
  )
  const { user } = renderField(null)
  await user.click(await field(/^Voice/))
  await screen.findByRole('option', { name: /^New one/ })
  await user.keyboard('{ArrowDown}')
  resolve()
  await waitFor(() => expect(screen.queryByText(/so far/)).not.toBeInTheDocument())
  expect(names()).toEqual(['New one', 'Old one'])
  await user.type(await search(), 'one')
  expect(names()).toEqual(['Old one', 'New one'])
})

test('what HeyGen left out is said', async () => {
  server.use(
    http.get('*/api/v3/voices', ({ request }) =>
      new URL(request.url).searchParams.get('type') === 'private'
        ? HttpResponse.json({ error: { code: 'forbidden', message: 'no' } }, { status: 403 })
        : HttpResponse.json({ data: [{ voice_id: 'a', name: 'A' }, {}], has_more: true }),
    ),
  )
  const { user } = renderField(null)
  await user.click(await field(/^Voice/))
  expect(
    await screen.findByText(
      '1 voice HeyGen ended the list early. Some voices may be missing. HeyGen did not list your own voices. 1 voice could not be read.',
    ),
  ).toBeVisible()
})
