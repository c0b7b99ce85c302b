import type { ChildProcess } from 'node:child_process'

/** Waits until a process has written what matches, as slowly as the machine starts it; gives the match. A process that ends before never will. */
export function untilSaid(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (part: Buffer) => {
      said += part.toString()
      const [found] = pattern.exec(said) ?? []
      if (found !== undefined) resolve(found)
    }
    child.stdout?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`It ended with ${code} and said: ${said}`)))
  })
}
