import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { Voice } from '#heygen/schemas/voice.ts'
import { notices } from '#ui/notices.ts'
import { samplePlayer } from '#voices/sample-player.ts'
import { VoiceSample } from '#voices/voice-sample.tsx'

afterEach(() => {
  samplePlayer.stop()
  notices.take()
})

const voice = (name: string, sample: string | null): Voice => ({
  voice_id: `id of ${name}`,
  name,
  language: 'English',
  gender: 'female',
  support_pause: false,
  support_locale: false,
  type: null,
  status: null,
  preview_audio_url: sample,
})

const twoVoices = () =>
  render(
    <>
      <VoiceSample voice={voice('Maya', 'http://localhost/maya.mp3')} />
      <VoiceSample voice={voice('Theo', 'http://localhost/theo.mp3')} />
    </>,
  )

test('a sample plays and stops by its button', async () => {
  const play = vi.spyOn(HTMLMediaElement.prototype, 'play')
  const pause = vi.spyOn(HTMLMediaElement.prototype, 'pause')
  twoVoices()
  await userEvent.click(screen.getByRole('button', { name: 'Play a sample of Maya' }))
  expect(play).toHaveBeenCalledOnce()
  await userEvent.click(screen.getByRole('button', { name: 'Stop the sample of Maya' }))
  expect(pause).toHaveBeenCalled()
  expect(screen.getByRole('button', { name: 'Play a sample of Maya' })).toBeVisible()
})

test('one sample plays at a time', async () => {
  const pause = vi.spyOn(HTMLMediaElement.prototype, 'pause')
  twoVoices()
  await userEvent.click(screen.getByRole('button', { name: 'Play a sample of Maya' }))
  await userEvent.click(screen.getByRole('button', { name: 'Play a sample of Theo' }))
  expect(pause).toHaveBeenCalledOnce()
  expect(screen.getByRole('button', { name: 'Play a sample of Maya' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Stop the sample of Theo' })).toBeVisible()
})

test('a sample that ends can be played again', async () => {
  const started: HTMLMediaElement[] = []
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(async function (this: HTMLMediaElement) {
    started.push(this)
  })
  twoVoices()
  await userEvent.click(screen.getByRole('button', { name: 'Play a sample of Maya' }))
  started[0]?.dispatchEvent(new Event('ended'))
  expect(await screen.findByRole('button', { name: 'Play a sample of Maya' })).toBeVisible()
})

test('a sample that does not play says so, unless another has taken over', async () => {
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockRejectedValue(new DOMException('x', 'NotSupportedError'))
  twoVoices()
  await userEvent.click(screen.getByRole('button', { name: 'Play a sample of Maya' }))
  expect(await screen.findByRole('button', { name: 'Play a sample of Maya' })).toBeVisible()
  expect(notices.take()).toEqual([{ title: 'The sample did not play' }])

  const failures: ((reason: Error) => void)[] = []
  vi.mocked(HTMLMediaElement.prototype.play).mockImplementation(
    () => new Promise((_, reject) => void failures.push(reject)),
  )
  await userEvent.click(screen.getByRole('button', { name: 'Play a sample of Maya' }))
  await userEvent.click(screen.getByRole('button', { name: 'Play a sample of Theo' }))
  failures[0]?.(new DOMException('x', 'AbortError'))
  expect(await screen.findByRole('button', { name: 'Stop the sample of Theo' })).toBeVisible()
  expect(notices.take()).toEqual([])
})

test('a voice without a sample says so, and one without a name goes by its id', () => {
  render(<VoiceSample voice={{ ...voice('', null), voice_id: 'v1' }} />)
  expect(screen.getByText('v1')).toBeVisible()
  expect(screen.getByText('no sample')).toBeVisible()
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
})
