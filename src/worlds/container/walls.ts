import type { Cell, Panel } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import { namespacesOf } from '../../kernel/membership.ts'
import { NAMESPACES, type Namespace } from '../../kernel/namespace.ts'
import type { Plan } from './plan.ts'
import type { Stage } from './stage.ts'

/**
 * Who shares which namespace with whom, for the types that a level opens: `own` is a fresh one, as a new
 * inode in /proc/PID/ns would show, `of` another box's. man:namespaces(7).
 */
export function wallPanels(stage: Stage, plan: Plan): readonly Panel[] {
  const types = NAMESPACES.filter(type => stage.controls.some(c => c.type === 'setting' && c.name === type))
  if (types.length === 0) return []
  const { boxes } = plan.machine
  const rows = types.map(type => [named(same(type)), ...boxes.map(({ id }) => cellOf(plan, id, type))])
  const head: readonly Text[] = [{ en: 'of', ko: '종류' }, ...boxes.map(({ id }) => same(id))]
  const read = (lang: 'en' | 'ko') =>
    boxes
      .map(
        ({ id }) => `${id}: ${types.map(type => `${type} ${cellOf(plan, id, type).text[lang]}`).join(', ')}`,
      )
      .join('\n')
  return [
    {
      type: 'table',
      id: 'walls',
      title: { en: 'Who shares what', ko: '누가 무엇을 함께 쓰나' },
      seat: 'both',
      say: { en: read('en'), ko: read('ko') },
      head,
      rows,
    },
  ]
}

const named = (text: Text): Cell => ({ text, tone: 'plain' })

const OF_HOST: Cell = { text: { en: 'host', ko: '호스트' }, tone: 'quiet' }

function cellOf(plan: Plan, id: string, type: Namespace): Cell {
  const owner = namespacesOf(plan.machine, id)[type]
  if (owner === 'host') return OF_HOST
  const text = owner === id ? { en: 'own', ko: '자체' } : { en: `of ${owner}`, ko: `${owner}의 것` }
  // Plain: a wall of one's own is neither right nor wrong before a run.
  return { text, tone: 'plain' }
}
