import type { Artifact } from '../../core/world.ts'
import { ENDPOINTS, endpointUrl } from './endpoint.ts'
import type { Card, Operation, OrderSetup } from './order-setup.ts'
import { cardsIn, type Laid, operationsIn, tables } from './order-state.ts'
import { operationWords, rowName, unitOf } from './order-words.ts'

/** The same for real: an admin's commands, or the calls with what happens in each. */
export function orderArtifacts(setup: OrderSetup, state: Laid): readonly Artifact[] {
  if (setup.steps.length > 0)
    return [
      {
        id: 'steps',
        title: { en: 'The commands', ko: '명령' },
        language: 'sh',
        text: operationsIn(setup, state).map(commandLines).join(''),
      },
    ]
  return tables(setup).map(({ row }) => ({
    id: `calls.${row}`,
    title: rowName(setup, row),
    language: 'text',
    text: [...(setup.rows[row]?.given ?? []), ...cardsIn(state, row)]
      .map(card => `${CALLS[card]}\n`)
      .join(''),
  }))
}

/** A card as a trace of the calls would show it, in no language but the runtime's. */
const CALLS: { readonly [C in Card]: string } = {
  'pause-image': 'RunPodSandbox: pause image',
  netns: 'RunPodSandbox: network namespace',
  'cni-add': 'RunPodSandbox: CNI ADD',
  'start-pause': 'RunPodSandbox: /pause',
  'image-status': 'ImageStatus',
  'pull-image': 'PullImage',
  'create-container': 'CreateContainer',
  'start-container': 'StartContainer',
  'runc-create': '  runc create',
}

function commandLines(operation: Operation): string {
  const words = operationWords(operation).en
  const command = commandOf(operation)
  return words === command ? `${command}\n` : `# ${words}\n${command}\n`
}

function commandOf(operation: Operation): string {
  switch (operation.do) {
    case 'restart':
      return `systemctl restart ${unitOf(operation.daemon)}`
    case 'reload':
      return `systemctl reload ${unitOf(operation.daemon)}`
    case 'remove':
      return `systemctl disable --now ${unitOf(operation.daemon)}`
    case 'upgrade':
      return `apt-get install -y ${operation.daemon}='${operation.to}*' && systemctl restart ${unitOf(operation.daemon)}`
    case 'drain':
      return `kubectl drain ${operation.on} --ignore-daemonsets`
    case 'write':
      return writingOf(operation)
    default:
      return operation satisfies never
  }
}

/** What is written where; a comment where the place differs from cluster to cluster. */
function writingOf({ on, setting, value }: Extract<Operation, { do: 'write' }>): string {
  if (setting === 'liveRestore')
    return `echo '{ "live-restore": ${value === 'on'} }' > /etc/docker/daemon.json`
  if (setting === 'hostNetwork') return `# ${on}: { spec: { hostNetwork: ${value === 'on'} } }`
  const endpoint = ENDPOINTS.find(known => setting === 'endpoint' && known === value)
  return endpoint === undefined
    ? `# set ${setting} to ${value}`
    : `# kubelet --container-runtime-endpoint=${endpointUrl(endpoint)}`
}
