import { onTestFinished } from 'vitest'
import type { Tally } from './report.ts'

/** Notes what the running test compared, for the closing report; the last try of a repeated one counts. */
export function tally(told: Tally): void {
  onTestFinished(({ task }) => {
    task.meta.reality = told
  })
}
