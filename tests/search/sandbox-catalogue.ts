import { groupSchema } from '#heygen/schemas/group.ts'
import { lookSchema } from '#heygen/schemas/look.ts'
import { createAnswers } from '#sandbox/answers.ts'
import { buildCatalogue } from '#sandbox/catalogue.ts'
import { createCatalogueIndex, type IndexedGroup, type IndexedLook } from '#search/catalogue-index.ts'

/** The sandbox's catalogue as the client would read it. */
export function readSandbox(count: number): { groups: IndexedGroup[]; looks: IndexedLook[] } {
  const catalogue = buildCatalogue(count)
  const answers = createAnswers({ mediaBase: '/media', dialect: 'digital_twin' })
  return {
    groups: catalogue
      .groups(undefined)
      .map((group) => ({ group: groupSchema.parse(answers.group(group, catalogue)), own: group.own })),
    looks: catalogue.looks({}).map((look) => ({ look: lookSchema.parse(answers.look(look)), own: look.own })),
  }
}

export function indexSandbox(count: number) {
  const { groups, looks } = readSandbox(count)
  const index = createCatalogueIndex()
  index.putGroups(groups)
  index.putLooks(looks)
  return index
}
