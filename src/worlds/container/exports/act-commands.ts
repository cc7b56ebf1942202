import type { LoadVerbAct } from '../act-words.ts'
import type { InstantAct } from '../act-words.ts'
import type { Plan } from '../plan.ts'
import { quote } from './quote.ts'

/**
 * The command line that performs an act in a box, as one word of the script: nothing in it is read before the box does,
 * but the number by which the box knows the process it signals. It prints `ok` or the name of the error.
 */
export const commandWord = (plan: Plan, box: string, act: InstantAct): string =>
  act.verb === 'signal' ? `"try kill -9 ${numberOf(plan, box, act.value)}"` : quote(commandOf(plan, box, act))

function commandOf(plan: Plan, box: string, act: Exclude<InstantAct, { verb: 'signal' }>): string {
  switch (act.verb) {
    case 'hostname':
      return `try hostname ${quote(act.value)}`
    case 'listen':
      return `act listen ${quote(String(act.value))} ${quote(box)}`
    case 'connect':
      return `act connect ${quote(String(act.value))}`
    case 'share':
      return `act share ${quote(act.value)}`
    case 'attach':
      return `act attach ${quote(act.value)}`
    case 'post':
      return `try touch ${quote(`/dev/shm/${act.value}`)}`
    case 'peek':
      return `try cat ${quote(`/dev/shm/${act.value}`)}`
    case 'read':
      return `try cat ${quote(act.value)}`
    case 'overwrite':
      return `append ${quote(act.value)}`
    case 'delete':
      return `try rm ${quote(act.value)}`
    case 'mount':
      return `try mount -t tmpfs tmpfs ${quote(act.value)}`
    case 'list':
      return 'names'
    case 'escape':
      return 'act escape'
    case 'climb':
      return `act climb ${['/proc', ...procfsBinds(plan, box)].map(quote).join(' ')}`
    case 'raw':
      return 'act raw'
    case 'set':
      return 'act clock'
    default:
      return act satisfies never
  }
}

/** Where else a box may find the host's procfs. */
function procfsBinds(plan: Plan, box: string): readonly string[] {
  const spec = plan.machine.boxes.find(({ id }) => id === box)
  return (spec?.binds ?? []).flatMap(({ from, to }) =>
    from === '/proc' ? [to] : from === '/' ? [`${to.replace(/\/+$/, '')}/proc`] : [],
  )
}

function numberOf(plan: Plan, box: string, name: string): string {
  const isBox = plan.machine.boxes.some(({ id }) => id === name)
  if (isBox) return `$(number ${box} "\${PID[${name}]}")`
  const known = plan.machine.host.processes.find(process => process.name === name)
  return known === undefined ? '4194000' : `$(number ${box} ${known.pid})`
}

/** An act that uses a resource over time, as an argument of the load helper; nothing for one that needs none. */
export function loadArgument(act: LoadVerbAct): readonly string[] {
  switch (act.verb) {
    case 'serve':
      return []
    case 'grow':
      return [`grow ${act.value.to} ${act.value.rate}`]
    case 'fill':
      return [`fill ${act.value.useful} ${act.value.rate}`]
    case 'threads':
      return [`tasks ${act.value.count} ${act.value.rate}`]
    case 'workers':
      return [`workers ${act.value.each} ${act.value.rate}`]
    case 'bomb':
      return ['bomb']
    case 'burn':
      return [`burn ${act.value.cores} ${act.value.work ?? 0}`]
    case 'writes':
      return [`write ${act.value.rate} ${act.value.total ?? 0} ${act.value.how}`]
    case 'sends':
      return [`send ${act.value.rate} ${act.value.total ?? 0}`]
    case 'receives':
      return [`receive ${act.value.rate} ${act.value.total ?? 0}`]
    case 'wait':
      return [`wait ${act.value}`]
    case 'exit':
      return [`exit ${act.value}`]
    default:
      return act satisfies never
  }
}
