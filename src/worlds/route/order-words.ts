import { same, type Text } from '../../core/text.ts'
import type { Daemon } from './daemon.ts'
import { CARD_WORDS } from './order-rows.ts'
import { type Operation, type OrderSetup } from './order-setup.ts'
import { cardsIn, STEPS } from './order-state.ts'

const UNITS: { readonly [D in Daemon]: string } = {
  kubelet: 'kubelet',
  dockerd: 'docker',
  containerd: 'containerd',
  'cri-dockerd': 'cri-docker',
  'cri-containerd': 'cri-containerd',
  crio: 'crio',
}

/** An operation as the player reads it: its own name, or the command. */
export function operationWords(operation: Operation): Text {
  if (operation.name !== undefined) return operation.name
  const { on } = operation
  switch (operation.do) {
    case 'write':
      return same(`${on}: ${operation.setting} = ${operation.value}`)
    case 'restart':
      return same(`${on}: systemctl restart ${UNITS[operation.daemon]}`)
    case 'reload':
      return same(`${on}: systemctl reload ${UNITS[operation.daemon]}`)
    case 'upgrade':
      return {
        en: `${on}: ${operation.daemon} to ${operation.to}`,
        ko: `${on}: ${operation.daemon} ${operation.to}로 교체`,
      }
    case 'remove':
      return { en: `${on}: remove ${operation.daemon}`, ko: `${on}: ${operation.daemon} 제거` }
    case 'drain':
      return same(`kubectl drain ${on}`)
    default:
      return operation satisfies never
  }
}

/** A card as the player reads it. */
export function cardWords(setup: OrderSetup, row: string, card: string): Text {
  if (row === STEPS) {
    const operation = setup.steps.find(({ id }) => id === card)
    return operation === undefined ? same(card) : operationWords(operation)
  }
  const [known] = cardsIn({ rows: { [row]: [card] } }, row)
  return known === undefined ? same(card) : CARD_WORDS[known]
}

/** A row's name as the player reads it. */
export function rowName(setup: OrderSetup, row: string): Text {
  if (row === STEPS) return { en: 'The steps', ko: '작업' }
  const declared = setup.rows[row]
  return (
    declared?.name ?? { en: `The start of ${declared?.pod ?? row}`, ko: `${declared?.pod ?? row}의 시작` }
  )
}

/** The systemd unit of a daemon. */
export const unitOf = (daemon: Daemon): string => UNITS[daemon]
