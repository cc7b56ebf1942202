import type { Artifact } from '../../core/world.ts'
import type { Placement } from './placement.ts'

/** The plan for real. */
export function artifactsOf(plan: Placement): readonly Artifact[] {
  return [
    {
      id: 'plan',
      title: { en: 'Plan', ko: '계획' },
      language: 'text',
      text: plan.options.map(o => `${o.id}: ${o.choice.pack} on ${o.choice.host}`).join('\n'),
    },
  ]
}
