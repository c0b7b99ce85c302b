import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import { defineConfig } from 'vitest/config'
import { preloadFirstView } from './src/server/preload-first-view.ts'
import { lookbookDev, precompress } from './src/server/vite.ts'

// What the first view shares with parts that come later. Left alone, each set of sharers becomes a chunk of its own, and
// a dozen small files compress worse than one.
const listParts =
  /@tanstack\/(virtual-core|react-virtual)|infiniteQuery(Observer|Options)|useInfiniteQuery|src\/(looks\/(look-words|picture|fresh)|ui\/(chip|segmented|use-(late|width))|queries\/(looks|pages|groups)|gallery\/(preview\/|layout|listing|looks-list|look-card|card-grid|grid-|skeleton|filters|error-message|view-settings|copy-text|stuck|part-failed|use-))/

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
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: {
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: 'list', test: listParts }] },
      },
    },
  },
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
          exclude: ['tests/e2e/**'],
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
