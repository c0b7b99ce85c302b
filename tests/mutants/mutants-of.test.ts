import { expect, test } from 'vitest'
import { applyMutant, mutantsOf } from './mutants-of.ts'

const faults = (code: string) => mutantsOf(code).map((mutant) => applyMutant(code, mutant))

test('operators, conditions, literals and statements are each given a fault', () => {
  expect(faults('if (a === 1) throw b')).toEqual([
    'if (true) throw b',
    'if (false) throw b',
    'if (a !== 1) throw b',
    'if (a === 2) throw b',
    'if (a === 1) ;',
  ])
  expect(faults('const a = !b && c')).toEqual(['const a = b && c', 'const a = !b || c'])
  expect(faults('call(true)')).toEqual([';', 'call(false)'])
  expect(faults('const f = () => { return 1 }')).toEqual([
    'const f = () => { return undefined as never; }',
    'const f = () => { return 2 }',
  ])
})

test('types and imports are left alone', () => {
  expect(faults("import a from 'a'\ntype B = 1 | true\ninterface C { d: 2 }")).toEqual([])
})
