import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCatalogueIndex } from '#search/catalogue-index.ts'
import { parseQuery } from '#search/parse-query.ts'
import { createOracle } from './oracle.ts'
import { groups, randomLooks, randomQuery } from './random-catalogue.ts'

const catalogues = 20
const questions = 500

test(
  'results and every count are those of brute force, for 10,000 random questions',
  { timeout: 300_000 },
  () => {
    let matched = 0
    let guessed = 0
    for (let seed = 0; seed < catalogues; seed++) {
      const [looks = []] = fc.sample(randomLooks, { numRuns: 1, seed })
      const index = createCatalogueIndex()
      index.putGroups(groups)
      index.putLooks(looks)
      const oracle = createOracle(groups, looks)

      fc.assert(
        fc.property(randomQuery, (query) => {
          const expected = oracle.ask(parseQuery(query.q), query.picks)
          const result = index.ask(query, { by: 'looks', fold: false })
          const ids = result.looks(0, looks.length).map(({ id }) => id)
          const hasTerms = parseQuery(query.q).terms.length > 0
          expect(hasTerms ? ids.toSorted() : ids).toEqual(hasTerms ? expected.ids.toSorted() : expected.ids)
          expect(result.answer.looks).toBe(ids.length)
          expect(index.ids(query)).toEqual(ids)
          const among = looks.filter((_, at) => at % 3 === 0).map(({ look }) => look.id)
          const wanted = new Set(among)
          expect(index.countAmong(query, [...among, ...among, 'nobody'])).toBe(
            expected.ids.filter((id) => wanted.has(id)).length,
          )
          const { group: people, ...counts } = expected.counts
          const told = Object.entries(result.answer.counts)
          expect(Object.fromEntries(told.map(([name, tally]) => [name, Object.fromEntries(tally)]))).toEqual(
            counts,
          )
          expect(
            Object.fromEntries(result.answer.without.map(({ part, looks: back }) => [part, back])),
          ).toEqual(ids.length > 0 ? {} : expected.without)
          const found = index.findPeople(query, '', groups.length)
          for (const { group, count } of found) expect(count).toBe(people?.[group.id] ?? 0)
          if (ids.length > 0) matched++
          if (ids.length > 0 && result.answer.words.some(({ like }) => like.length > 0)) guessed++
        }),
        { numRuns: questions, seed },
      )
    }
    // Questions that find nothing test little.
    expect(matched).toBeGreaterThan((catalogues * questions) / 5)
    expect(guessed).toBeGreaterThan(200)
  },
)
