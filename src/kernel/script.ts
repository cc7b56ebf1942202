import type { LoadAct } from './load.ts'
import { EPSILON, endBox, type Flow, type LiveBox } from './live-box.ts'

/** Begins the acts whose turn it is at `now` (seconds from the start), until one holds the rest back. */
export function beginActs(box: LiveBox, now: number): void {
  while (box.alive && box.left <= EPSILON) {
    letGo(box)
    const act = box.acts[box.next]
    if (act === undefined) return
    box.next++
    begin(box, act, now)
  }
}

/** Whatever held the script back is done. */
function letGo(box: LiveBox): void {
  box.left = 0
  if (box.heldFlow !== null) box.heldFlow.held = 0
  box.heldFlow = null
  box.growRate = 0
  box.forkRate = 0
  box.forkCredit = 0
  box.waiting = false
}

function begin(box: LiveBox, act: LoadAct, now: number): void {
  switch (act.type) {
    case 'grow':
      box.growRate = act.rate
      box.left = Math.max(0, act.to - box.grown)
      return
    case 'fill':
      if (act.pages === 'file') box.fillFile += act.rate
      else box.fillAnonymous += act.rate
      return
    case 'tasks':
      box.forkRate = act.rate
      box.left = act.count
      return
    case 'bomb':
      box.bombTasks = Math.max(1, box.bombTasks)
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

/** What the box asks of CPU, disk and link in this second. A dead box asks for nothing. */
export function askFlows(box: LiveBox): void {
  ask(box, box.cpu)
  ask(box, box.direct)
  ask(box, box.buffered)
  ask(box, box.send)
  ask(box, box.receive)
}

function ask(box: LiveBox, flow: Flow): void {
  flow.wantHeld = box.heldFlow === flow && box.alive ? Math.min(flow.held, box.left) : 0
  flow.want = box.alive ? flow.standing + flow.wantHeld : 0
  flow.got = 0
}

/** Books what this second brought, and takes it off the act that holds the script back. */
export function settleFlows(box: LiveBox): void {
  if (!box.alive) return
  const { cpu, direct, buffered, write, heldFlow } = box
  write.standing = direct.standing + buffered.standing
  write.held = direct.held + buffered.held
  write.want = direct.want + buffered.want
  write.got = direct.got + buffered.got
  book(cpu)
  book(write)
  book(box.send)
  book(box.receive)
  if (cpu.got > 0) box.ranSeconds++
  if (box.throttled) box.throttledSeconds++
  if (box.waiting) box.left -= 1
  if (heldFlow !== null && heldFlow.want > 0) box.left -= (heldFlow.got * heldFlow.wantHeld) / heldFlow.want
}

function book(flow: Flow): void {
  if (flow.want <= 0) return
  flow.wanted += flow.want
  flow.reached += flow.got
  flow.time += flow.want / (flow.standing + flow.held)
}
