import type { Panel, TranscriptLine } from '../../core/scene.ts'
import type { Look, Probe } from '../../core/world.ts'
import type { NodePlan, Plan } from './plan.ts'
import { type Ask, ASKS, configLines } from './inspect.ts'
import { nodeName, type Stage } from './stage.ts'
import { transcript } from './transcripts.ts'

/** The id of a probe: a command on a node. */
const probeId = (node: string, ask: Ask): string => `${node}:${ask}`

/** The player has asked that. */
export const isProbed = (look: Look, node: string, ask: Ask): boolean =>
  look.probed.includes(probeId(node, ask))

/** Commands that can be asked for on nodes that a level hides. */
export function probesOf({ setup }: Stage): readonly Probe[] {
  return setup.hidden.flatMap(node =>
    ASKS.map(({ id, command }) => {
      const name = nodeName(setup, node)
      return {
        id: probeId(node, id),
        label: { en: `${command} on ${name.en}`, ko: `${name.ko}에서 ${command}` },
        command,
      }
    }),
  )
}

/** The answer to a probe: the command and what it prints. Ids come from `Board.probes`; a foreign one says so. */
export function probePanel(stage: Stage, plan: Plan, id: string): Panel {
  const probe = probesOf(stage).find(p => p.id === id)
  const title = probe?.label ?? { en: 'Probe', ko: '조사' }
  return transcript(`probe.${id}`, title, answerLines(plan.nodes, id))
}

function answerLines(nodes: readonly NodePlan[], id: string): readonly TranscriptLine[] {
  for (const node of nodes)
    for (const { id: ask, command } of ASKS)
      if (probeId(node.id, ask) === id) return [{ type: 'command', text: command }, ...configLines(node, ask)]
  return [{ type: 'error', text: `no probe ${id}` }]
}
