import { heygenSettings } from '#queries/heygen.ts'
import { pageConfig } from '#queries/page-config.ts'
import { createCatalogue } from './catalogue.ts'
import { fetchForIndex } from './page-fetch.ts'
import type { Catalogue } from './protocol.ts'
import { startIndex } from './start-index.ts'

/** The catalogue of this page, opened: from here on it is walked where that is due. */
export const openCatalogue = async (): Promise<Catalogue> =>
  createCatalogue({
    start: await startIndex(),
    settings: {
      baseUrl: heygenSettings.baseUrl,
      pageUrl: document.baseURI,
      mediaHosts: pageConfig.mediaHosts,
      account: pageConfig.catalogue,
      publicOnly: pageConfig.readonly,
    },
    headers: heygenSettings.headers,
    page: document,
    ...(import.meta.env.MODE === 'demo' ? { fetchFor: fetchForIndex } : {}),
  })
