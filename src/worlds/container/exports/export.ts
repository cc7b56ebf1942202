import * as z from 'zod'
import type { Json } from '../../../core/json.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { planOf, type Plan } from '../plan.ts'
import type { Setup } from '../setup.ts'
import { SetupSchema } from '../setup-schema.ts'
import { dockerText } from './docker.ts'
import { ociConfig } from './oci.ts'
import { ociPlan } from './oci-plan.ts'
import { byRuntime, workloadFile } from './oci-script.ts'
import { byUnshare, scriptOf } from './script.ts'

/** What a plan can be exported as. */
export const EXPORT_FORMATS = ['unshare', 'oci', 'docker'] as const

/** One of them. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** A file of an export; its path is relative to the folder that it is written to. */
export type ExportFile = { readonly path: string; readonly text: string; readonly executable: boolean }

/** Writes a plan in a format. The first file is the one to begin with. */
export function exportFiles(setup: Setup, plan: Plan, format: ExportFormat): readonly ExportFile[] {
  switch (format) {
    case 'unshare':
      return [{ path: 'run.sh', text: scriptOf(setup, byUnshare(setup, plan)), executable: true }]
    case 'oci':
      return ociFiles(setup, plan)
    case 'docker':
      return [{ path: 'docker.sh', text: `#!/bin/sh\n${dockerText(plan)}`, executable: true }]
    default:
      return format satisfies never
  }
}

function ociFiles(setup: Setup, plan: Plan): readonly ExportFile[] {
  const built = ociPlan(plan)
  return [
    { path: 'run.sh', text: scriptOf(setup, byRuntime(setup, built)), executable: true },
    { path: 'workload.sh', text: workloadFile(), executable: false },
    ...built.plan.machine.boxes.map(box => ({
      path: `${box.id}/config.json`,
      text: ociConfig(plan, box, built),
      executable: false,
    })),
  ]
}

const ChoicesSchema = z.record(z.string(), z.string())

/** A level's setup and the plan of a state, from the JSON that a level and a place hold; null for another world's. */
export function builtFrom(
  setup: Json,
  state: Json,
): Result<{ readonly setup: Setup; readonly plan: Plan }, string> {
  const parsed = SetupSchema.safeParse(setup)
  const choices = ChoicesSchema.safeParse(state)
  if (!parsed.success) return fail(parsed.error.message)
  if (!choices.success) return fail(choices.error.message)
  return ok({ setup: parsed.data, plan: planOf(parsed.data, choices.data) })
}
