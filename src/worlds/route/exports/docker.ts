import type { Text } from '../../../core/text.ts'
import type { Artifact } from '../../../core/world.ts'
import type { NodePlan } from '../plan.ts'

/** dockerd's daemon.json. DDOC reference/cli/dockerd. */
export function dockerFiles(node: NodePlan, name: Text): readonly Artifact[] {
  if (node.dockerd === null) return []
  const config = {
    'exec-opts': [`native.cgroupdriver=${node.runtimeDriver}`],
    'live-restore': node.liveRestore,
    ...(node.handlers.includes('runsc') ? { runtimes: { runsc: { path: '/usr/local/bin/runsc' } } } : {}),
  }
  return [
    {
      id: `${node.id}.docker`,
      title: { en: `${name.en}: /etc/docker/daemon.json`, ko: `${name.ko}: /etc/docker/daemon.json` },
      language: 'json',
      text: `${JSON.stringify(config, null, 2)}\n`,
    },
  ]
}
