import { bookFlow, type Flow } from './flow.ts'
import type { LoadAct } from './load.ts'
import { EPSILON, endBox, type LiveBox } from './live-box.ts'
import type { Toll } from './toll.ts'

/** Begins the acts whose turn it is at `now` (seconds from the start), until one holds the rest back. */
export function beginActs(box: LiveBox, now: number): void {
  while (box.alive && box.left <= EPSILON) {
    letGo(box)
    const act = box.acts[box.next]
    if (act === undefined) return
    box.next++
    box.changed = true
    begin(box, act, now)
  }
}

/** Whatever held the script back is done. */
function letGo(box: LiveBox): void {
  box.left = 0
  if (box.heldFlow !== null) {
    box.heldFlow.held = 0
    box.heldFlow = null
    box.changed = true
  }
  box.growRate = 0
  box.forkRate = 0
  box.tasks.credit = 0
  box.waiting = false
}

function begin(box: LiveBox, act: LoadAct, now: number): void {
  switch (act.type) {
    case 'grow':
      box.growRate = act.rate
      box.left = Math.max(0, act.to - box.memory.grown)
      return
    case 'fill':
      if (act.pages === 'file') box.memory.fillFile += act.rate
      else box.memory.fillAnonymous += act.rate
      return
    case 'tasks':
      box.forkRate = act.rate
      box.left = act.count
      return
    case 'bomb':
      box.tasks.bomb = Math.max(1, box.tasks.bomb)
      return
    case 'burn':
      return demand(box, box.cpu, act.cores, act.work)
    case 'write':
      return demand(box, act.how === 'direct' ? box.direct : box.buffered, act.rate, act.total)
    case 'send':
      return demand(box, box.send, act.rate, act.total)
    case 'receive':
      return demand(box, box.receive, act.rate, act.total)
    case 'wait':
      box.waiting = true
      box.left = act.seconds
      return
    case 'exit':
      return endBox(box, now, act.code, 'no')
    default:
      return act satisfies never
  }
}

function demand(box: LiveBox, flow: Flow, rate: number, total: number | null): void {
  if (total === null) {
    flow.standing += rate
    return
  }
  flow.held = rate
  box.heldFlow = flow
  box.left = total
}

/** What the box asks of CPU, disk and link as long as no act begins or ends. A dead box asks for nothing. */
export function askFlows(box: LiveBox): void {
  ask(box, box.cpu)
  ask(box, box.direct)
  ask(box, box.buffered)
  ask(box, box.send)
  ask(box, box.receive)
  box.changed = false
}

function ask(box: LiveBox, flow: Flow): void {
  flow.want = box.alive ? flow.standing + flow.held : 0
  flow.share = 0
}

/** Books what this second brought, and takes it off the act that holds the script back. */
export function settleFlows(box: LiveBox, toll: Toll): void {
  const { cpu, direct, buffered, send, receive, heldFlow } = box
  const part = heldFlow === null || heldFlow.want === 0 ? 1 : spend(box, heldFlow)
  bookFlow(cpu, part)
  const writing = bookFlow(direct, part) + bookFlow(buffered, part)
  if (writing > 0) box.writeTime += writing / (direct.want + buffered.want)
  bookFlow(send, part)
  bookFlow(receive, part)
  toll.written += direct.got + buffered.got
  toll.sent += send.got
  toll.received += receive.got
  if (cpu.got > 0) box.ranSeconds++
  if (box.throttled) box.throttledSeconds++
  if (box.waiting) box.left -= 1
}

/** The part of the second that the held act needs: 1 until its last one, which it may end early. */
function spend(box: LiveBox, flow: Flow): number {
  const served = (flow.share * flow.held) / flow.want
  if (served <= box.left) {
    box.left -= served
    return 1
  }
  const part = box.left / served
  box.left = 0
  return part
}
