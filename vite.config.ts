import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import { defineConfig } from 'vitest/config'
import { preloadFirstView } from './src/server/preload-first-view.ts'
import { lookbookDev, precompress } from './src/server/vite.ts'

// What the first view shares with parts that come later. Left alone, each set of sharers becomes a chunk of its own, and
// a dozen small files compress worse than one.
const listParts =
  /lucide-react\/dist\/esm\/icons\/(check|minus|copy|x|chevron-down|search|sliders-horizontal|grid-2x2)\.|infiniteQuery(Observer|Options)|useInfiniteQuery|src\/(looks\/(look-words|shape|picture)|ui\/(chip|kept-choice|when-still|segmented|use-(width|popup|long-press|title|media))|search\/(catalogue-state|use-catalogue|query|facet-labels)|messages\/en-(search|grid|errors)|queries\/(looks|pages|groups|describe-error)|gallery\/(filter-bar|more-filters|person-chip|search-box|fold-runs|index-feed|indexed-listing|is-typing|facet-chip|layout|listing|looks-list|look-cell|card-|cell-|grid-|keep-cells|long-page|order-rows|scroll-speed|filters|error-message|view-settings|copy-text|stuck|use-)|groups\/listed-person|app\/(catalogue-page|use-catalogue-feed|use-index-question|use-restored-feed|reloaded|history-state))/

// Small things that several parts share and the first view has not. Each as a chunk of its own has its name and its hash
// in the entry's list of what to load, which costs more than it is worth itself.
const sharedParts =
  /lucide-react\/dist\/esm\/icons\/(arrow-left|circle-exclamation-point|circle-question-mark|play|plus)\.|src\/(ui\/copy|queries\/keep-links|looks\/framing|renders\/answered-id)\./

// The words of all boards come with those of adding to one, and with whose looks they are.
const boardWords =
  /src\/(messages\/en-boards?(-common)?|app\/(look-notes|people-names)|boards\/(register-keys|holds))\./

// What every part needs, and the entry first: one chunk, where each file would be one.
const everywhere =
  /node_modules\/react\/|react-query\/build\/modern\/QueryClientProvider\.|src\/(queries\/(freshness|page-config)|heygen\/errors)\./

// What shows errors, for who meets one.
const errorParts =
  /src\/(queries\/(retry-at|next-try)|ui\/(use-countdown|use-retry|seconds-left)|gallery\/error-view|app\/tell-failure)\./

// What is selected, for the grid's cards and for the tray.
const selectionParts =
  /src\/gallery\/selection\/(selection|looks-on-page|clear-selection|select-all|add-looks)\.|src\/messages\/en-selection\./

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
    modulePreload: { polyfill: false },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'base', test: everywhere },
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
