import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import { defineConfig } from 'vitest/config'
import { preloadFirstView } from './src/server/preload-first-view.ts'
import { lookbookDev, precompress } from './src/server/vite.ts'

// What the first view shares with parts that come later. Left alone, each set of sharers becomes a chunk of its own, and
// a dozen small files compress worse than one.
const listParts =
  /lucide-react\/dist\/esm\/icons\/(check|minus|copy|x|chevron-down|search|sliders-horizontal|grid-2x2)\.|infiniteQuery(Observer|Options)|useInfiniteQuery|src\/(looks\/(look-words|shape|picture)|ui\/(chip|when-still|segmented|use-(width|popup|long-press))|search\/(catalogue-state|use-catalogue|query|facet-labels)|messages\/en-search|queries\/(looks|pages|groups)|messages\/en-grid|gallery\/(index-feed|indexed-listing|is-typing|facet-chip|layout|listing|looks-list|look-cell|card-|cell-|grid-|keep-cells|long-page|order-rows|scroll-speed|filters|error-message|view-settings|copy-text|stuck|part-failed|use-))/

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
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: 'list', test: listParts }] },
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
