const words = [
  'auth',
  'billing',
  'cart',
  'docs',
  'edge',
  'feed',
  'geo',
  'hooks',
  'images',
  'jobs',
  'kiosk',
  'login',
]

/** Twelve services on one host, three packagings each: 531,441 plans. The last two run strangers' code. */
export const TWELVE_SERVICES = {
  hosts: { metal: { memory: 4096, reserved: 256, cores: 16, link: 200, price: 90 } },
  workloads: Object.fromEntries(
    words.map((id, i) => [
      id,
      {
        memory: 120 + i * 10,
        cpu: 0.25,
        boot: 200,
        app: 20 + i,
        needs: { startWithin: 60, ...(i >= 10 ? { wall: 'guest' } : {}) },
      },
    ]),
  ),
  pace: { kernel: 15, userland: 10 },
  controls: Object.fromEntries(words.map(id => [id, { pack: ['container', 'kata', 'vm'] }])),
}
