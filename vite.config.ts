import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import { defineConfig } from 'vitest/config'
import { preloadFirstView } from './src/server/preload-first-view.ts'
import { lookbookDev, precompress } from './src/server/vite.ts'

// What the first view shares with parts that come later. Left alone, each set of sharers becomes a chunk of its own, and
// a dozen small files compress worse than one.
const listParts =
  /lucide-react\/dist\/esm\/icons\/(check|minus|x|chevron-down|search|sliders-horizontal|grid-2x2)\.|infiniteQueryObserver|useInfiniteQuery|src\/(looks\/picture\.|ui\/(chip|segmented|use-(width|popup|long-press|title|media))|search\/(catalogue-state|use-catalogue|query|facet-labels)|messages\/en-(search|errors)|queries\/(groups|describe-error)|gallery\/(filter-bar|more-filters|person-chip|search-box|index-feed|indexed-listing|is-typing|facet-chip|listing|looks-list|card-(grid|tools)|grid-(keys|pointer)|filters|error-message|use-(?!looks-in-order))|groups\/listed-person|app\/(catalogue-page|use-catalogue-feed|use-index-question|use-restored-feed|history-state))/

// Small things that several parts share and the first view has not. Each as a chunk of its own has its name and its hash
// in the entry's list of what to load, which costs more than it is worth itself.
const sharedParts =
  /lucide-react\/dist\/esm\/icons\/(chevron-right|circle-check|circle-exclamation-point|circle-question-mark)\.|src\/(queries\/keep-links|looks\/framing|renders\/answered-id)\./

// The words of all boards come with those of adding to one, and with whose looks they are.
const boardWords =
  /src\/(messages\/en-boards?(-common)?|app\/(look-notes|people-names)|boards\/(register-keys|holds))\./

// What draws the first looks before the rest of the entry has run: their client, and the cards.
const firstCards =
  /preload-helper|node_modules\/(react|zod)\/|\/(infiniteQueryOptions|queryOptions)\.|src\/(heygen\/(client|errors|media-url|paging|request|retry-after|schemas\/(account|group|lenient|look|once|voice))\.|queries\/(heygen|access|freshness|page-config|launch-token|looks|pages)\.|messages\/(en|en-grid|number)\.|ui\/(kept-choice|when-still)\.|looks\/(look-words|shape|picture-)|gallery\/(first-grid|fold-runs|grid\.css|look-transition\.css|layout|long-page|look-cell|card-(cells|nodes)|cell-|grid-(body|box|content|row|scroll|slot|window)|keep-cells|order-rows|scroll-speed|stuck-bars|view-settings)|app\/(first-cards|reloaded)|ui\/theme\.css)/

// The rest of the entry, which waits for the first looks: the bundler makes no entry of what others share and waits.
const app =
  /node_modules\/(scheduler|react-dom|react-router)\/|query-core\/build\/modern\/(environmentManager|subscribable|focusManager|notifyManager|onlineManager|retryer|infiniteQueryBehavior|removable|query|queryObserver|timeoutManager|mutation|mutationCache|queryCache|queryClient|utils)\.|react-query\/build\/modern\/(IsRestoringProvider|Query(ErrorResetBoundary|ClientProvider)|errorBoundaryUtils|suspense|useBaseQuery|useQuery)\.|lucide-react\/dist\/esm\/(shared|context|Icon|createLucideIcon|icons\/(clapperboard|layers|moon|sun)\.)|src\/(queries\/(account|unless-lost)|ui\/(button|message|notices|use-late|use-part|icon-button)|gallery\/part-failed|app\/(query-client|use-crash-words|crash-message|crash-page|load-person-page|look-crash|access-gate|bar-link|boundary|create-address|load-create|create-layer|logo|renders-corner|theme|theme-button|palette-keys|shell|routes|app))\./

// What shows errors, for who meets one.
const errorParts =
  /src\/(queries\/(retry-at|next-try)|ui\/(use-countdown|use-retry|seconds-left)|gallery\/error-view|app\/tell-failure)\./

// What is selected, for the grid's cards and for the tray, and the copying of ids, which both have.
const selectionParts =
  /lucide-react\/dist\/esm\/icons\/copy\.|src\/(ui\/copy|messages\/en-copy|gallery\/copy-text)\.|src\/gallery\/selection\/(selection|looks-on-page|clear-selection|select-all|add-looks)\.|src\/messages\/en-selection\./

// Lists of what a part needs stand in the first view, and hashes do not compress. What index.html has asked for need not
// be in them, nor what comes by itself once the page is at rest: that may come one after the other.
const firstView = /\/(app|browse|cards|list|rolldown-runtime)-[\w-]+\.js$/
const atRest =
  /\/(banner|extras|facet-menu|index-status|kept-feed|late-layer|person-filter|renders-part|view-menu)-[\w-]+\.js$/

export default defineConfig(({ mode }) => ({
  plugins: [
    react({ compiler: true }),
    tailwindcss(),
    preloadFirstView(),
    lookbookDev(),
    precompress(),
    // The worker script goes into every build that has this plugin, so only the demo has it.
    ...(mode === 'demo' ? [msw({ mode: 'worker-only' })] : []),
  ],
  build: {
    target: 'baseline-widely-available',
    outDir: mode === 'demo' ? 'dist-demo' : 'dist',
    sourcemap: false,
    // The content security policy allows no data: pictures, not even in style sheets.
    assetsInlineLimit: 0,
    // Where it is missing the list's code comes a moment later, which costs less than everyone loading a stand-in.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (part, chunks, { hostType }) =>
        hostType === 'html'
          ? chunks
          : chunks.filter((name) => name.endsWith('.css') || !(firstView.test(name) || atRest.test(part))),
    },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'cards', test: firstCards },
            { name: 'app', test: app },
            { name: 'list', test: listParts },
            { name: 'shared', test: sharedParts },
            { name: 'board-words', test: boardWords },
            { name: 'errors', test: errorParts },
            { name: 'selection', test: selectionParts },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  preview: { port: 4174, outDir: 'dist-demo' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // Sockets, processes and property tests take their time on a busy machine.
          testTimeout: 30_000,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['tests/**/*.test.tsx'],
          setupFiles: ['tests/setup.ts'],
        },
      },
    ],
  },
}))
