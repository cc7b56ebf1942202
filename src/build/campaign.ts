import { writeFileSync } from 'node:fs'
import { buildCampaign } from '../io/build-campaign.ts'
import type { OpenFailure } from '../io/open-level.ts'
import { formatProblem } from '../level/problem.ts'

// Runs during the build: `campaign.js LEVELS_FOLDER OUTPUT`. Faulty levels are left out, named, and fail the build.

function message(failure: OpenFailure): string {
  switch (failure.type) {
    case 'file':
      return failure.problem.say.en
    case 'faults':
      return failure.problems.map(formatProblem).join('\n')
    case 'unproved':
      return `${failure.level.id}: no proof (${failure.why.type})`
    default:
      return failure satisfies never
  }
}

const [folder = '', output = ''] = process.argv.slice(2)
const built = buildCampaign(folder)
if (built.ok) {
  writeFileSync(output, `${JSON.stringify(built.value.campaign)}\n`)
  for (const failure of built.value.failures) console.error(message(failure))
  if (built.value.failures.length > 0) process.exitCode = 1
} else {
  console.error(built.error.say.en)
  process.exitCode = 1
}
