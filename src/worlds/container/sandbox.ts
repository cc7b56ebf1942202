import type { Setup } from './setup.ts'
import { SetupSchema } from './setup-schema.ts'

const NAMESPACE_VALUES = ['host', 'own']

/** Every control on two boxes, no goals: a place to try things. */
export const SANDBOX: Setup = SetupSchema.parse({
  host: {
    cores: 4,
    services: [
      { name: 'agentd', listens: ['@agent', '/run/agent.sock'], shares: ['telemetry'], posts: ['agent.buf'] },
    ],
  },
  boxes: {
    app: {
      does: { en: 'a web application', ko: '웹 애플리케이션' },
      veth: true,
      binds: { socket: { from: '/run/agent.sock' } },
      acts: [
        { hostname: 'app' },
        { listen: 8080 },
        { connect: 8080 },
        { connect: '@agent' },
        { connect: '/run/agent.sock' },
        { list: 'processes' },
        { read: '/etc/shadow' },
        { serve: 'http' },
        { grow: { to: 300 } },
        { burn: { cores: 2 } },
      ],
    },
    helper: {
      does: { en: 'a helper beside it', ko: '곁의 도우미' },
      acts: [{ share: 'cart' }, { post: 'cart' }, { threads: { count: 50 } }, { writes: { rate: 80 } }],
    },
  },
  controls: {
    app: {
      ...Object.fromEntries(
        ['mnt', 'uts', 'ipc', 'pid', 'net', 'user', 'cgroup', 'time'].map(n => [n, NAMESPACE_VALUES]),
      ),
      proc: ['inherited', 'fresh'],
      shm: ['inherited', 'fresh'],
      root: ['host', 'chroot', 'pivot_root'],
      ids: ['none', 'root', 'shifted'],
      caps: ['all', 'docker', 'none'],
      lo: ['down', 'up'],
      memory: ['none', 128, 256, 512],
      cpu: ['none', 'quarter', 'half', 1],
      cpuset: ['all', '0', '0-1'],
      binds: { socket: ['off', 'ro', 'rw'] },
    },
    helper: {
      ipc: ['host', 'own', 'join:app'],
      pid: ['host', 'own', 'join:app'],
      pids: ['none', 20, 100],
      io: ['none', 10, 40],
    },
    host: { cgroup: ['v2', 'v1'] },
  },
})
