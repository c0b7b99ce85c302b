import { http } from 'msw/http'
import { expect, test, vi } from 'vitest'
import { createHeygen } from '#heygen/client.ts'
import { sandboxHandler, serveSandbox, server } from '../sandbox-server.ts'

serveSandbox()

const heygen = createHeygen({ baseUrl: 'http://lookbook.test/api' })

test('requests below /api are answered by the sandbox', async () => {
  const page = await heygen.listLooks({ limit: 2 })
  expect(page.items).toHaveLength(2)
  expect(page.next).toEqual(expect.any(String))
})

test('a test can put its own sandbox in place', async () => {
  server.use(sandboxHandler({ looks: 1 }))
  expect((await heygen.listLooks({})).items).toHaveLength(1)
})

test('a test can put its own answer in place', async () => {
  server.use(http.get('*/api/v3/users/me', () => Response.json({ data: { username: 'someone' } })))
  expect((await heygen.getAccount()).username).toBe('someone')
})

test('an override ends with its test', async () => {
  expect((await heygen.getAccount()).username).toBe('sandbox')
})

test('a request elsewhere fails', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  await expect(fetch('http://elsewhere.test/')).rejects.toThrow('fetch')
  expect(error).toHaveBeenCalledWith(expect.stringContaining('http://elsewhere.test/'))
  error.mockRestore()
})
