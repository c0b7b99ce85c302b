import { readFileSync } from 'node:fs'
import type { CDPSession } from '@playwright/test'

/** Megabytes of JavaScript's heap that two collections leave. */
export async function readHeap(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1024 / 1024
}

/** The kernel's count of what a process has for itself, pictures included, in megabytes; null but on Linux. */
function memoryOf(process: number): number | null {
  try {
    const [, kilobytes] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${process}/smaps_rollup`, 'utf8')) ?? []
    return kilobytes === undefined ? null : Number(kilobytes) / 1024
  } catch {
    return null
  }
}

/** Of the largest renderer: the others are spares. */
export async function readMemory(browser: CDPSession): Promise<number | null> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo')
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => memoryOf(id))
    .filter((size) => size !== null)
  return sizes.length > 0 ? Math.max(...sizes) : null
}
