import type * as z from 'zod'
import { baseSetup } from './order-base.ts'
import { trueOrder } from './order-rows.ts'
import { type Operation, OrderFields, type OrderSetup } from './order-setup.ts'
import { planOf } from './plan.ts'
import { misfit, settingNames } from './settings.ts'
import { placedPods } from './setup.ts'
import { faultsOf as faultsOfField, type Fault, suggestion } from './setup-schema.ts'

function faultsOf(setup: OrderSetup): readonly Fault[] {
  const base = baseSetup(setup)
  const field = faultsOfField(base)
  if (field.length > 0) return field
  const rows = Object.keys(setup.rows).length
  if (rows > 0 === setup.steps.length > 0)
    return [{ path: ['rows'], message: 'give rows of calls, or steps for an admin: one of the two' }]
  return [
    ...Object.keys(setup.rows).flatMap(id => faultsOfRow(setup, id)),
    ...setup.steps.flatMap((step, i) => faultsOfStep(setup, step, i)),
    ...twins(setup.steps.map(({ id }) => id)).map(id => ({
      path: ['steps'],
      message: `two steps have the id '${id}'`,
    })),
  ]
}

const twins = (ids: readonly string[]): readonly string[] => ids.filter((id, i) => ids.indexOf(id) < i)

function faultsOfRow(setup: OrderSetup, id: string): readonly Fault[] {
  const row = setup.rows[id]
  if (row === undefined) return []
  const pods = placedPods(baseSetup(setup)).map(pod => pod.id)
  const path = ['rows', id]
  if (!pods.includes(row.pod))
    return [{ path: [...path, 'pod'], message: `no pod '${row.pod}'${suggestion(row.pod, pods)}` }]
  const [twin] = twins([...row.given, ...row.cards])
  if (twin !== undefined) return [{ path: [...path, 'cards'], message: `the card '${twin}' stands twice` }]
  const truth = trueOrder(planOf(baseSetup(setup), {}), row)
  if (truth.length === 0)
    return [
      {
        path: [...path, 'pod'],
        message: `no runtime answers the kubelet of '${row.pod}', so nothing is called`,
      },
    ]
  const wrong = row.given.find((card, i) => card !== truth[i])
  return wrong === undefined
    ? []
    : [
        {
          path: [...path, 'given'],
          message: `'${wrong}' is given out of order; the order is ${truth.join(', ')}`,
        },
      ]
}

function faultsOfStep(setup: OrderSetup, step: Operation, i: number): readonly Fault[] {
  const nodes = Object.keys(setup.nodes)
  const pods = [...Object.keys(setup.pods), ...(setup.pod === undefined ? [] : ['pod'])]
  const isPod = step.do === 'write' && pods.includes(step.on)
  const path = ['steps', String(i)]
  if (!nodes.includes(step.on) && !isPod) {
    const known = step.do === 'write' ? [...nodes, ...pods] : nodes
    return [{ path: [...path, 'on'], message: `no node '${step.on}'${suggestion(step.on, known)}` }]
  }
  if (step.do === 'write') {
    const type = isPod ? 'pod' : 'node'
    const message = settingNames(type).includes(step.setting)
      ? misfit(type, step.setting, step.value, Object.keys(setup.classes))
      : `a ${type} has no setting '${step.setting}'`
    return message === null ? [] : [{ path: [...path, 'value'], message }]
  }
  return []
}

/** What a level of the order world may declare. */
export const OrderSchema: z.ZodType<OrderSetup> = OrderFields.superRefine((setup, context) => {
  for (const { path, message } of faultsOf(setup))
    context.addIssue({ code: 'custom', path: [...path], message })
})
