import { format } from 'node:util'
// oxlint-disable-next-line import/no-unassigned-import -- it adds its matchers to expect
import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { fakeBrowser } from './fake-browser.ts'
import { serveSandbox } from './sandbox-server.ts'

// First of all: setup files run before a test file's own imports, and a client keeps the fetch it finds when it is made.
serveSandbox()
fakeBrowser()
// Parts of the page are loaded when they are first needed; on a busy machine that takes a while.
configure({ asyncUtilTimeout: 4000 })
vi.setConfig({ testTimeout: 20_000 })

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  localStorage.clear()
  sessionStorage.clear()
  document.title = ''
  // A test that means to see one looks at it and then calls mockClear().
  const said = [...vi.mocked(console.error).mock.calls, ...vi.mocked(console.warn).mock.calls]
  vi.restoreAllMocks()
  if (said.length > 0)
    throw new Error(`The console was told:\n${said.map((words) => format(...words)).join('\n')}`)
})
