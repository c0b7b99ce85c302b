import { picksHref } from '#gallery/filters.ts'
import { InsightPage } from '#gallery/insight/insight-page.tsx'
import { useCatalogue } from '#search/use-opened-catalogue.ts'

/** `/catalogue`. */
export function InsightRoute() {
  return (
    <InsightPage
      catalogue={useCatalogue()}
      hrefOf={picksHref}
      lookHref={(id) => `/looks/${encodeURIComponent(id)}`}
      personHref={(id) => `/people/${encodeURIComponent(id)}`}
    />
  )
}
