import { expect, test } from 'vitest'
import { atLeast, commonCri, criVersions, SPEAKS } from '../../../src/worlds/route/versions.ts'

test.each([
  ['1.10', '1.9', true],
  ['1.9', '1.10', false],
  ['2.0', '1.7', true],
  ['18.09', '18.9', true],
])('%s is at least %s: %s', (version, least, is) => {
  expect(atLeast(version, least)).toBe(is)
})

// FACTS C1; containerd RELEASES.md, Kubernetes support table.
test.each([
  { kubelet: '1.9', containerd: '1.1', cri: null, source: 'KBLOG 2018/05: the plugin needs 1.10' },
  { kubelet: '1.10', containerd: '1.1', cri: 'v1alpha2', source: 'KBLOG 2018/05' },
  { kubelet: '1.20', containerd: '1.6', cri: 'v1alpha2', source: 'containerd RELEASES.md' },
  { kubelet: '1.23', containerd: '1.5', cri: 'v1alpha2', source: 'K8S container-runtimes: it falls back' },
  { kubelet: '1.23', containerd: '1.6', cri: 'v1', source: 'K8S container-runtimes' },
  { kubelet: '1.25', containerd: '2.0', cri: 'v1', source: 'containerd docs/containerd-2.0.md' },
  { kubelet: '1.22', containerd: '2.0', cri: null, source: 'containerd docs/containerd-2.0.md' },
  { kubelet: '1.26', containerd: '1.5', cri: null, source: 'containerd#7799' },
  { kubelet: '1.36', containerd: '2.3', cri: 'v1', source: 'containerd RELEASES.md' },
])('kubelet $kubelet and containerd $containerd talk $cri ($source)', ({ kubelet, containerd, cri }) => {
  expect(commonCri(kubelet, criVersions('containerd', containerd))).toBe(cri)
})

test('every rule of versions names its source, in rising order', () => {
  for (const rungs of Object.values(SPEAKS)) {
    expect(rungs.every(({ source }) => source !== '')).toBe(true)
    const rising = rungs.every(({ since }, i) => i === 0 || atLeast(since, rungs[i - 1]?.since ?? since))
    expect(rising).toBe(true)
  }
})
