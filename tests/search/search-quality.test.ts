import { expect, test } from 'vitest'
import { createCatalogueIndex } from '#search/catalogue-index.ts'
import { makeGroup, makeLook } from './make-look.ts'
import { readSandbox } from './sandbox-catalogue.ts'

// Some 3,000 looks of the sandbox, and behind them looks with names as people really give them.
const people = [
  'Madison',
  'Ljubov',
  'Юлия',
  '小凡',
  'Renée Zell',
  'O’Hara',
  'Sebastiano',
  'Amandine',
  'Forest',
  'שירה',
  'Ren',
]
const named: [id: string, person: string, name: string, tags?: string[]][] = [
  ['Madison_standing_pavilion_front', 'Madison', 'Madison'],
  ['Madison_sitting_pavilion_side', 'Madison', 'Madison Pavilion Side 2'],
  ['f20cdc89e0ec4b61bbe453d73019a997', 'Madison', 'Serene Lighthouse Enthusiast 3'],
  ['b00c0000000000000000000000000001', 'Ljubov', '\tLjubov '],
  ['b00c0000000000000000000000000002', 'Ljubov', '\n"A mannequin stands confidentl'],
  ['b00c0000000000000000000000000003', 'Ljubov', 'Creating pottery (Motion)'],
  ['b00c0000000000000000000000000004', 'Ljubov', 'Astronomer 3 (Motion)'],
  ['c0ffee00000000000000000000000001', 'Юлия', 'Юлия в парке'],
  ['c0ffee00000000000000000000000002', '小凡', '小凡在咖啡馆'],
  ['c0ffee00000000000000000000000003', '小凡', '东京 Tower'],
  ['d00d0000000000000000000000000001', 'Renée Zell', 'Crêpe stand'],
  ['d00d0000000000000000000000000002', 'Renée Zell', 'Señora en Łódź'],
  ['d00d0000000000000000000000000003', 'Renée Zell', 'Straßenbahn'],
  ['d00d0000000000000000000000000004', 'O’Hara', 'O’Hara LivelyGestures'],
  ['d00d0000000000000000000000000005', 'O’Hara', 'TikTok UGC/Influencer'],
  ['d00d0000000000000000000000000006', 'O’Hara', 'Adam2'],
  ['d00d0000000000000000000000000007', 'O’Hara', 'Sunset Boulevard', ['AVATAR_IV', 'surfboard']],
  ['e1110000000000000000000000000001', 'Sebastiano', 'Sebastiano Opera House'],
  ['e1110000000000000000000000000002', 'Sebastiano', 'House of Opera'],
  ['e1110000000000000000000000000003', 'Sebastiano', 'Operatic Tenor'],
  ['e1110000000000000000000000000004', 'Sebastiano', 'Majestic Sovereign of the Opulent Hall 2'],
  ['Amandine_lying_hammock_side', 'Amandine', 'Amandine Hammock Side'],
  ['Amandine_public_3_20240326', 'Amandine', 'Amandine in Velvet Jacket '],
  ['Amandine_velvet_public', 'Amandine', 'Amandine (Upper Body)'],
  ['e2220000000000000000000000000001', 'Forest', 'Forest Ranger'],
  ['e2220000000000000000000000000002', 'Forest', 'Ranger in the Everglades'],
  ['e3330000000000000000000000000001', 'שירה', 'שירה הולכת בגן'],
  ['e4440000000000000000000000000001', 'Ren', 'Ren'],
  ['e4440000000000000000000000000002', 'Ren', 'Renaissance fair'],
]

const { groups, looks } = readSandbox(3_000)
const index = createCatalogueIndex()
index.putGroups([...groups, ...people.map((name) => makeGroup(`of ${name}`, name))])
index.putLooks([
  ...looks,
  ...named.map(([id, person, name, tags = []]) => makeLook({ id, name, tags, group_id: `of ${person}` })),
])

const first = (q: string) =>
  index.ask({ q, picks: {} }, { by: 'looks', fold: false }).looks(0, 1)[0]?.name.trim()

test.each([
  // A word as it stands, whole names first, then beginnings of names, then people's names.
  ['madison', 'Madison'],
  ['Madison', 'Madison'],
  ['  MADISON ', 'Madison'],
  ['madis', 'Madison'],
  ['ren', 'Ren'],
  ['rena', 'Renata'],
  ['renai', 'Renaissance fair'],
  ['madison pavilion', 'Madison Pavilion Side 2'],
  ['pavilion madison', 'Madison Pavilion Side 2'],
  ['madison serene', 'Serene Lighthouse Enthusiast 3'],
  ['lighthouse', 'Serene Lighthouse Enthusiast 3'],
  ['ljubov', 'Ljubov'],
  ['ljubov pottery', 'Creating pottery (Motion)'],
  ['opera house', 'Sebastiano Opera House'],
  ['house opera', 'House of Opera'],
  ['opera', 'Sebastiano Opera House'],
  ['operat', 'Operatic Tenor'],
  ['ranger', 'Ranger in the Everglades'],
  ['forest ranger', 'Forest Ranger'],
  // Beginnings.
  ['lightho', 'Serene Lighthouse Enthusiast 3'],
  ['seb op ho', 'Sebastiano Opera House'],
  ['maj sov', 'Majestic Sovereign of the Opulent Hall 2'],
  ['hamm', 'Amandine Hammock Side'],
  // Slips.
  ['madisno', 'Madison'],
  ['madsion', 'Madison'],
  ['maddison', 'Madison'],
  ['madion', 'Madison'],
  ['amdison', 'Madison'],
  ['lighthuose', 'Serene Lighthouse Enthusiast 3'],
  ['ligthouse', 'Serene Lighthouse Enthusiast 3'],
  ['enthusaist serene', 'Serene Lighthouse Enthusiast 3'],
  ['pottrey', 'Creating pottery (Motion)'],
  ['pavillion', 'Madison Pavilion Side 2'],
  ['sebastinao', 'Sebastiano Opera House'],
  ['zebastiano', 'Sebastiano Opera House'],
  ['astornom', 'Astronomer 3 (Motion)'],
  ['amandin hamock', 'Amandine Hammock Side'],
  ['madison pavillion sdie', 'Madison Pavilion Side 2'],
  // The word is in the catalogue, but not beside the other: slips are looked for in both.
  ['sebastiano opra', 'Sebastiano Opera House'],
  ['velvet jackets', 'Amandine in Velvet Jacket'],
  // Accents, case, other scripts.
  ['crepe', 'Crêpe stand'],
  ['CRÊPE', 'Crêpe stand'],
  ['senora', 'Señora en Łódź'],
  ['lodz', 'Señora en Łódź'],
  ['strassenbahn', 'Straßenbahn'],
  ['straße', 'Straßenbahn'],
  ['renee zell crepe', 'Crêpe stand'],
  ['парке', 'Юлия в парке'],
  ['ПАРК', 'Юлия в парке'],
  ['咖啡', '小凡在咖啡馆'],
  ['小凡', '小凡在咖啡馆'],
  ['凡在', '小凡在咖啡馆'],
  ['东京', '东京 Tower'],
  ['京 tower', '东京 Tower'],
  ['בגן', 'שירה הולכת בגן'],
  // Ids: whole, by their beginning, by their words.
  ['f20cdc89e0ec4b61bbe453d73019a997', 'Serene Lighthouse Enthusiast 3'],
  ['F20CDC89', 'Serene Lighthouse Enthusiast 3'],
  ['f20', 'Serene Lighthouse Enthusiast 3'],
  ['Madison_sitting_pavilion_side', 'Madison Pavilion Side 2'],
  ['madison_sitting', 'Madison Pavilion Side 2'],
  ['Amandine_public_3_20240326', 'Amandine in Velvet Jacket'],
  ['amandine lying', 'Amandine Hammock Side'],
  // The name before the id.
  ['amandine velvet', 'Amandine in Velvet Jacket'],
  // Phrases.
  ['"opera house"', 'Sebastiano Opera House'],
  ['"house of opera"', 'House of Opera'],
  ['"stands confid', '"A mannequin stands confidentl'],
  ['"upper body" amandine', 'Amandine (Upper Body)'],
  ['upper-body amandine', 'Amandine (Upper Body)'],
  ['"house opera"', undefined],
  ['"opera hous"', undefined],
  // Left out.
  ['opera -sebastiano', undefined],
  ['opera -house', 'Operatic Tenor'],
  ['amandine -side', 'Amandine in Velvet Jacket'],
  ['amandine -"upper body" -velvet', 'Amandine Hammock Side'],
  ['madison -standing -pavilion', 'Serene Lighthouse Enthusiast 3'],
  // Scopes.
  ['person:madison madison', 'Madison'],
  ['person:madis lighthouse', 'Serene Lighthouse Enthusiast 3'],
  ['pose:lying person:amandine', 'Amandine Hammock Side'],
  ['person:amandine wear:jacket', 'Amandine in Velvet Jacket'],
  ['person:amandine shot:"upper body"', 'Amandine (Upper Body)'],
  ['person:amandine -shot:side -shot:upper-body', 'Amandine in Velvet Jacket'],
  ['has:tags sunset boulevard', 'Sunset Boulevard'],
  ['surfboard', 'Sunset Boulevard'],
  ['avatar_iv person:o’hara', 'Sunset Boulevard'],
  ['own:mine person:madison', undefined],
  ['type:studio person:madison', undefined],
  // As one word or as several.
  ['lively', 'O’Hara LivelyGestures'],
  ['gestures', 'O’Hara LivelyGestures'],
  ['livelygest', 'O’Hara LivelyGestures'],
  ['ohara lively', 'O’Hara LivelyGestures'],
  ["o'hara lively", 'O’Hara LivelyGestures'],
  ['adam', 'Adam2'],
  ['adam 2', 'Adam2'],
  ['tiktok', 'TikTok UGC/Influencer'],
  ['influencer', 'TikTok UGC/Influencer'],
  // Nothing like it.
  ['xylophone', undefined],
  ['madison xylophone', undefined],
])('%j finds %j first', (q, expected) => {
  expect(first(q)).toBe(expected)
})

const names = (q: string) =>
  index
    .ask({ q, picks: {} }, { by: 'looks', fold: false })
    .looks(0, 20)
    .map(({ name }) => name)

test('words of the sandbox that many looks have: those called so come first', () => {
  for (const name of names('kitchen')) expect(name).toMatch(/^Kitchen|Kitchen/)
  for (const name of names('kichen')) expect(name).toMatch(/Kitchen/)
  for (const name of names('white shirt')) expect(name).toMatch(/White Shirt/)
  for (const name of names('news desk -"news desk"')) expect(name).not.toMatch(/News Desk/)
})

const words = (q: string) => index.ask({ q, picks: {} }, { by: 'looks', fold: false }).answer.words

test('what was typed and what it was taken for are told', () => {
  expect(words('madisno pav')).toEqual([
    { typed: 'madisno', like: ['madison'] },
    { typed: 'pav', like: [] },
  ])
  expect(words('type:photo -suit')).toEqual([])
})

test('suggestions are the best looks, and people by name with all their looks', () => {
  expect(index.suggest('madis', 2)).toMatchObject({
    looks: [{ name: 'Madison' }, { name: 'Madison Pavilion Side 2' }],
    people: [{ group: { name: 'Madison' }, count: 3 }],
  })
  expect(index.suggest('', 5)).toEqual({ looks: [], people: [] })
  expect(index.suggest('renee', 5).people).toMatchObject([{ group: { name: 'Renée Zell' }, count: 3 }])
})

test('people are found by name, most looks first, whatever person is picked', () => {
  const query = { q: 'opera', picks: { group: ['of Madison'] } }
  expect(index.findPeople(query, 'sebast', 3)).toMatchObject([{ group: { name: 'Sebastiano' }, count: 3 }])
  expect(index.findPeople({ q: '', picks: {} }, 'sebastaino', 1)).toMatchObject([{ count: 4 }])
})
