import type { RuleSource } from './boards.ts'

/** A small level of a kind: its setup, its rules, the plan that solves it in fewest moves, and what tempts. */
export type Kind = {
  readonly name: string
  readonly setup: unknown
  readonly rules: readonly RuleSource[]
  readonly solution: readonly string[]
  /** Plans that look right, and the fact that says no. */
  readonly tempting: readonly { readonly plan: { readonly [slot: string]: string }; readonly rule: string }[]
}

const allMet: RuleSource = ['met', 'goal', 'total.unmet == 0']

/** One small level for each kind of the chapter. */
export const KINDS: readonly Kind[] = [
  {
    name: 'walls where they are needed',
    setup: {
      hosts: { metal: { memory: 2560, reserved: 256, cores: 16 } },
      workloads: {
        web: { memory: 100, instances: 8 },
        pay: { memory: 120, needs: { wall: 'guest' } },
        upload: { memory: 120, needs: { wall: 'guest' } },
      },
      controls: {
        metal: { engine: ['docker', 'containerd'] },
        web: { pack: ['container', 'kata', 'vm'] },
        pay: { pack: ['container', 'kata', 'vm'] },
        upload: { pack: ['container', 'kata', 'vm'] },
      },
    },
    rules: [allMet, ['lean', 'guard', 'total.memory <= 1500']],
    solution: ['metal.engine=containerd', 'pay.pack=kata', 'upload.pack=kata'],
    tempting: [{ plan: { 'web.pack': 'vm', 'pay.pack': 'vm', 'upload.pack': 'vm' }, rule: 'met' }],
  },
  {
    name: 'strangers beside the shop',
    setup: {
      hosts: {
        cloud: { memory: 4096, kvm: false },
        metal: { memory: 512 },
      },
      workloads: {
        shop: { memory: 256 },
        anna: { memory: 128, needs: { wall: 'guest', from: ['shop', 'ben'] } },
        ben: { memory: 128, needs: { wall: 'guest', from: ['shop', 'anna'] } },
      },
      controls: {
        anna: { pack: ['container', 'userns', 'microvm', 'vm'], host: ['cloud', 'metal'] },
        ben: { pack: ['container', 'userns', 'microvm', 'vm'], host: ['cloud', 'metal'] },
      },
    },
    rules: [allMet],
    solution: ['anna.pack=microvm', 'anna.host=metal', 'ben.pack=microvm', 'ben.host=metal'],
    tempting: [
      { plan: { 'anna.pack': 'userns', 'ben.pack': 'userns' }, rule: 'met' },
      {
        plan: { 'anna.pack': 'vm', 'anna.host': 'metal', 'ben.pack': 'vm', 'ben.host': 'metal' },
        rule: 'met',
      },
    ],
  },
  {
    name: 'an old kernel',
    setup: {
      hosts: { edge: { memory: 2048, arch: 'arm64' }, rack: { memory: 2048 } },
      workloads: { legacy: { memory: 256, kernel: '4.18', module: 'dahdi', arch: ['amd64'] } },
      controls: { legacy: { pack: ['container', 'microvm', 'vm'], host: ['edge', 'rack'] } },
    },
    rules: [allMet],
    solution: ['legacy.pack=vm', 'legacy.host=rack'],
    tempting: [
      { plan: { 'legacy.host': 'rack' }, rule: 'met' },
      { plan: { 'legacy.pack': 'vm' }, rule: 'met' },
    ],
  },
  {
    name: 'twentyfold within two seconds',
    setup: {
      hosts: { metal: { memory: 2048, reserved: 128, link: 100 } },
      workloads: {
        api: {
          memory: 60,
          instances: { calm: 1, burst: 20 },
          app: 240,
          boot: 300,
          build: { pack: 'kata', ready: 'cold' },
          needs: { startWithin: 2 },
        },
      },
      cases: ['calm', 'burst'],
      controls: {
        metal: { engine: ['docker', 'containerd'] },
        api: { pack: ['container', 'kata'], ready: ['cold', 'lazy', 'layers', 'running'] },
      },
    },
    rules: [allMet, ['calm', 'guard', 'run.calm.total.memory <= 400']],
    solution: ['api.pack=container', 'api.ready=layers'],
    tempting: [
      { plan: { 'metal.engine': 'containerd', 'api.pack': 'container' }, rule: 'met' },
      { plan: { 'api.pack': 'container', 'api.ready': 'lazy' }, rule: 'met' },
      { plan: { 'api.pack': 'container', 'api.ready': 'running' }, rule: 'calm' },
    ],
  },
  {
    name: 'fifty slow sites',
    setup: {
      hosts: { site: { memory: 2048, link: 4, copies: 50 } },
      workloads: {
        gate: { memory: 100, app: { alpine: 30, debian: 12 }, build: { base: 'alpine' } },
        camera: { memory: 100, app: { alpine: 60, debian: 20 }, build: { base: 'alpine' } },
        meter: { memory: 100, app: { alpine: 12, debian: 10 }, build: { base: 'alpine' } },
      },
      controls: {
        gate: { base: ['alpine', 'debian'] },
        camera: { base: ['alpine', 'debian'] },
        meter: { base: ['alpine', 'debian'] },
      },
    },
    rules: [['thin', 'goal', 'total.transferMB <= 3600']],
    solution: ['gate.base=debian', 'camera.base=debian', 'meter.base=debian'],
    // each image as small as it can be
    tempting: [{ plan: { 'camera.base': 'debian' }, rule: 'thin' }],
  },
  {
    name: 'a slow database',
    setup: {
      hosts: { metal: { memory: 4096 } },
      workloads: {
        orders: { memory: 512, port: 3306, publish: 3307, needs: { speed: { database: 95 } } },
        reports: { memory: 512, port: 3306, publish: 13_306, build: { net: 'host' } },
      },
      controls: {
        orders: { pack: ['container', 'vm'], disk: ['overlay', 'volume'], net: ['nat', 'host'] },
        reports: { net: ['nat', 'host'] },
      },
    },
    rules: [allMet],
    solution: ['orders.disk=volume', 'orders.net=host', 'reports.net=nat'],
    tempting: [
      { plan: { 'orders.pack': 'vm' }, rule: 'met' },
      { plan: { 'orders.disk': 'volume', 'orders.net': 'host' }, rule: 'met' },
    ],
  },
  {
    name: 'between box and machine',
    setup: {
      hosts: { metal: { memory: 1024, reserved: 128 } },
      workloads: {
        builds: { memory: 300, needs: { wall: 'sentry', speed: { opens: 50 } } },
        render: { memory: 300, needs: { wall: 'sentry', speed: { cpu: 95 } } },
      },
      controls: {
        builds: { pack: ['container', 'gvisor', 'kata', 'vm'] },
        render: { pack: ['container', 'gvisor', 'kata', 'vm'] },
      },
    },
    rules: [allMet],
    solution: ['builds.pack=kata', 'render.pack=gvisor'],
    tempting: [
      { plan: { 'builds.pack': 'gvisor', 'render.pack': 'gvisor' }, rule: 'met' },
      { plan: { 'builds.pack': 'kata', 'render.pack': 'kata' }, rule: 'met' },
    ],
  },
  {
    name: 'a third off the bill',
    setup: {
      hosts: { big: { memory: 4096, price: 100 }, small: { memory: 1280, reserved: 128, price: 60 } },
      workloads: {
        web: { memory: { day: 600, night: 100 }, build: { pack: 'vm' } },
        batch: {
          memory: { day: 100, night: 600 },
          life: 'short',
          build: { pack: 'vm' },
          needs: { clauses: ['keepsLogs'] },
        },
      },
      cases: ['day', 'night'],
      controls: {
        web: { pack: ['container', 'vm'], host: ['big', 'small'] },
        batch: { pack: ['container', 'vm'], host: ['big', 'small'], logs: ['inside', 'shipped'] },
      },
      agent: 64,
    },
    rules: [allMet, ['bill', 'goal', 'total.cost <= 70']],
    solution: [
      'web.pack=container',
      'web.host=small',
      'batch.pack=container',
      'batch.host=small',
      'batch.logs=shipped',
    ],
    tempting: [
      { plan: { 'web.host': 'small', 'batch.host': 'small', 'batch.logs': 'shipped' }, rule: 'met' },
      {
        plan: {
          'web.pack': 'container',
          'web.host': 'small',
          'batch.pack': 'container',
          'batch.host': 'small',
        },
        rule: 'met',
      },
    ],
  },
  {
    name: 'an audit',
    setup: {
      hosts: { metal: { memory: 4096, cores: 16 } },
      workloads: {
        api: {
          memory: 100,
          instances: 6,
          build: { pack: 'vm' },
          needs: { clauses: ['provable', 'noHostRoot'] },
        },
        ledger: {
          memory: 200,
          instances: 2,
          build: { pack: 'vm' },
          needs: { clauses: ['provable', 'ownKernel'] },
        },
      },
      pace: { kernel: 15, userland: 10 },
      controls: {
        api: { pack: ['container', 'userns', 'vm'], ref: ['tag', 'digest'] },
        ledger: { pack: ['container', 'kata', 'vm'], ref: ['tag', 'digest'] },
      },
    },
    rules: [allMet, ['prompt', 'goal', 'total.patchMinutes <= 120']],
    solution: ['api.pack=userns', 'api.ref=digest', 'ledger.pack=kata', 'ledger.ref=digest'],
    tempting: [{ plan: { 'api.ref': 'digest', 'ledger.ref': 'digest' }, rule: 'prompt' }],
  },
]
