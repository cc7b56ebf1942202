import type { Text } from '../../core/text.ts'
import type { Life } from './order-operations.ts'

/** What a step did to pods and nodes that is worth a word. */
export function effectsOf(before: Life, after: Life): readonly Text[] {
  const pods = after.pods.flatMap((pod): readonly Text[] => {
    const was = before.pods.find(({ id }) => id === pod.id)
    if (was === undefined || was.interruptions === pod.interruptions) {
      const isNew = was !== undefined && !was.isRunning && pod.isRunning
      return isNew ? [{ en: `${pod.id} runs now`, ko: `${pod.id} 실행됨` }] : []
    }
    return pod.isRunning
      ? [{ en: `${pod.id} was stopped and started anew`, ko: `${pod.id} 멈췄다가 다시 시작됨` }]
      : [{ en: `${pod.id} was stopped: ${pod.last.status}`, ko: `${pod.id} 멈춤: ${pod.last.status}` }]
  })
  const nodes = after.nodes.flatMap((node): readonly Text[] => {
    const was = before.nodes.find(({ id }) => id === node.id)
    if (!node.isReady) return [{ en: `${node.id} is NotReady`, ko: `${node.id} NotReady` }]
    return was?.isReady === false ? [{ en: `${node.id} is Ready again`, ko: `${node.id} 다시 Ready` }] : []
  })
  return [...pods, ...nodes]
}
