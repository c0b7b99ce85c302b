import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import { defineConfig } from 'vitest/config'
import { preloadFirstView } from './src/server/preload-first-view.ts'
import { lookbookDev, precompress } from './src/server/vite.ts'

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
  },
  preview: { port: 4174, outDir: 'dist-demo' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
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
