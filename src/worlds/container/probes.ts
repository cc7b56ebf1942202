import type { Panel, TranscriptLine } from '../../core/scene.ts'
import type { Look, Probe } from '../../core/world.ts'
import type { Plan } from './plan.ts'
import { type Command, COMMAND_LINES } from './commands.ts'
import { NO_TRACES } from './place.ts'
import { shell, transcriptWords } from './shell.ts'
import type { Stage } from './stage.ts'

/** The id of a probe: a command in a box or on the host. */
export const probeId = (who: string, command: Command): string => `${who}:${command}`

/** The player has asked for that command there. */
export const isProbed = (look: Look, who: string, command: Command): boolean =>
  look.probed.includes(probeId(who, command))

/** Commands that can be asked for, where a level hides what they would show. */
export function probesOf(stage: Stage): readonly Probe[] {
  return [...Object.keys(stage.setup.boxes), 'host']
    .filter(who => stage.setup.hidden.includes(`${who}.view`))
    .flatMap(who =>
      (stage.commands[who] ?? []).map(command => ({
        id: probeId(who, command),
        label:
          who === 'host'
            ? { en: `${COMMAND_LINES[command]} on the host`, ko: `호스트에서 ${COMMAND_LINES[command]}` }
            : { en: `${COMMAND_LINES[command]} in ${who}`, ko: `${who} 안에서 ${COMMAND_LINES[command]}` },
        command: COMMAND_LINES[command],
      })),
    )
}

/** Who and what a probe id names, if it is one of this level's. */
function probeNamed(stage: Stage, id: string): { who: string; command: Command } | null {
  for (const [who, commands] of Object.entries(stage.commands))
    for (const command of commands) if (probeId(who, command) === id) return { who, command }
  return null
}

/** The answer to a probe: the command and what it prints. Ids come from `Board.probes`; a foreign one says so. */
export function probePanel(stage: Stage, plan: Plan, id: string): Panel {
  const probe = probesOf(stage).find(p => p.id === id)
  const named = probeNamed(stage, id)
  const lines: readonly TranscriptLine[] =
    named === null
      ? [{ type: 'error', text: `no probe ${id}` }]
      : shell(
          { setup: stage.setup, plan, things: stage.things, who: named.who, left: NO_TRACES },
          named.command,
        )
  return {
    type: 'transcript',
    id: `probe.${id}`,
    title: probe?.label ?? { en: 'Probe', ko: '조사' },
    seat: 'both',
    say: transcriptWords(lines),
    lines,
  }
}
