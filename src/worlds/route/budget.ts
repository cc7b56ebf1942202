import type { Gauge, Panel } from '../../core/scene.ts'
import { daemonMemory, daemonsOn } from './memory.ts'
import type { Plan } from './plan.ts'
import { nodeName, type Stage } from './stage.ts'

/** What stands on each node before anything runs: its daemons and their memory. */
export function budgetPanel({ setup }: Stage, { nodes }: Plan): Panel {
  const known = nodes.filter(({ id }) => !setup.hidden.includes(id))
  const gauges = known.map((node): Gauge => {
    const daemons = daemonsOn(node).length
    return {
      id: node.id,
      label: nodeName(setup, node.id),
      value: daemonMemory(node),
      max: node.memory,
      unit: 'MiB',
      tone: 'plain',
      note: { en: `${daemons} daemons with the kubelet`, ko: `kubelet까지 데몬 ${daemons}개` },
    }
  })
  const words = (lang: 'en' | 'ko') =>
    gauges.map(g => `${g.label[lang]}: ${g.value} / ${g.max} ${g.unit}, ${g.note?.[lang] ?? ''}`).join('\n')
  return {
    type: 'gauges',
    id: 'budget',
    title: { en: 'Daemons and their memory', ko: '데몬과 그 메모리' },
    seat: 'both',
    say: gauges.length === 0 ? UNKNOWN : { en: words('en'), ko: words('ko') },
    gauges,
  }
}

const UNKNOWN = { en: 'Not known yet.', ko: '아직 모릅니다.' }
