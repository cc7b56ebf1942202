import type { Setup } from './setup.ts'
import { SetupSchema } from './setup-schema.ts'

const EVERYTHING = {
  pack: ['container', 'userns', 'gvisor', 'kata', 'microvm', 'vm'],
  host: ['metal', 'cloud'],
  base: ['alpine', 'debian', 'ubuntu'],
  disk: ['overlay', 'volume'],
  net: ['nat', 'host'],
  ready: ['cold', 'lazy', 'layers', 'running'],
  ref: ['tag', 'digest'],
  logs: ['inside', 'shipped'],
}

/** Every control on two workloads, no goals: a place to try things. */
export const SANDBOX: Setup = SetupSchema.parse({
  hosts: {
    metal: {
      does: { en: 'a small server of our own', ko: '우리 서버 한 대' },
      memory: 2048,
      reserved: 256,
      cores: 4,
      link: 100,
      price: 90,
    },
    cloud: {
      does: { en: 'a rented VM without nested virtualisation', ko: '중첩 가상화가 없는 임대 VM' },
      memory: 4096,
      reserved: 256,
      cores: 4,
      kvm: false,
      engine: 'containerd',
      has: ['debian'],
      price: 60,
    },
  },
  workloads: {
    shop: {
      does: { en: 'a web shop, busy in the evening', ko: '저녁에 바쁜 쇼핑몰' },
      memory: { morning: 128, evening: 256 },
      instances: { morning: 1, evening: 3 },
      cpu: 0.25,
      boot: 300,
      app: { alpine: 48, debian: 33.3, ubuntu: 33.3 },
      port: 80,
      needs: { startWithin: 2, speed: { cpu: 95 }, hosts: ['metal', 'cloud'] },
    },
    builds: {
      does: { en: "strangers' build jobs", ko: '낯선 이들의 빌드 작업' },
      memory: 200,
      cpu: 1,
      app: 120,
      life: 'short',
      needs: { wall: 'sentry', speed: { syscalls: 40 }, clauses: ['keepsLogs'] },
    },
  },
  cases: [
    { id: 'morning', name: { en: 'morning', ko: '아침' } },
    { id: 'evening', name: { en: 'evening', ko: '저녁' } },
  ],
  controls: {
    metal: { engine: ['docker', 'containerd'] },
    shop: EVERYTHING,
    builds: EVERYTHING,
  },
  agent: 64,
  pace: { kernel: 15, userland: 10 },
  plot: { x: 'memory', y: 'slowestMs' },
})
