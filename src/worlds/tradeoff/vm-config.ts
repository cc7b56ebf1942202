import type { Artifact } from '../../core/world.ts'
import { caveat } from './figures.ts'
import { inMiB } from './parameters.ts'
import { numberLines, ownMiB } from './numbers.ts'
import type { Option } from './option.ts'
import type { Placed } from './placement.ts'

/** The guests of a host that no container engine starts: a Firecracker configuration or a QEMU command for each. */
export const guestArtifacts = (at: Placed): readonly Artifact[] =>
  at.options.flatMap((option): Artifact[] => {
    const { pack } = option.choice
    if (pack === 'microvm') return [guestArtifact(option, at, 'Firecracker', firecrackerLines(option))]
    return pack === 'vm' ? [guestArtifact(option, at, 'QEMU', qemuLines(option, at))] : []
  })

const guestArtifact = (option: Option, at: Placed, vmm: string, lines: readonly string[]): Artifact => ({
  id: `${vmm.toLowerCase()}.${option.id}`,
  title: { en: `${option.id}: ${vmm}`, ko: `${option.id}: ${vmm}` },
  language: 'sh',
  text: [...numberLines(option, at), ...timesLines(option), guestLine(option), ...lines].join('\n'),
})

const timesLines = ({ peakInstances }: Option): readonly string[] =>
  peakInstances > 1
    ? [`# once for each of ${peakInstances} instances, with a disk and a tap device of its own`]
    : []

/** What the guest is given: the workload's peak, and room for its own kernel. */
const guestMiB = (option: Option): number => Math.ceil(ownMiB(option) + inMiB('guestMemory'))

/** What that number is made of. Neither JSON nor a command has room for a comment beside it. */
const guestLine = (option: Option): string =>
  `# its ${guestMiB(option)} MiB: ${Math.ceil(ownMiB(option))} for the workload, the rest for its kernel${caveat(['guestMemory']).en}`

const cpus = ({ takes }: Option): number =>
  Math.max(1, ...takes.map(({ cpu, instances }) => (instances === 0 ? 0 : Math.ceil(cpu / instances / 1000))))

function firecrackerLines(option: Option): readonly string[] {
  const { id } = option
  const config = {
    'boot-source': { kernel_image_path: 'vmlinux-6.1', boot_args: 'console=ttyS0 reboot=k panic=1' },
    drives: [{ drive_id: 'rootfs', path_on_host: `${id}.ext4`, is_root_device: true, is_read_only: false }],
    'machine-config': { vcpu_count: cpus(option), mem_size_mib: guestMiB(option) },
    'network-interfaces': [{ iface_id: 'eth0', host_dev_name: `tap-${id}` }],
  }
  return [
    `cat > ${id}.json <<'EOF'`,
    JSON.stringify(config, null, 2),
    'EOF',
    `firecracker --no-api --config-file ${id}.json`,
  ]
}

/** What QEMU calls hardware virtualisation on each system. */
const ACCEL = { linux: 'kvm', windows: 'whpx', macos: 'hvf' } as const

function qemuLines(option: Option, at: Placed): readonly string[] {
  const { id } = option
  const isArm = at.host.setup.arch === 'arm64'
  return [
    `${isArm ? 'qemu-system-aarch64 -machine virt' : 'qemu-system-x86_64 -machine q35'} -accel ${ACCEL[at.host.setup.os]} -cpu host \\`,
    `  -m ${guestMiB(option)}M -smp ${cpus(option)} -nographic \\`,
    `  -drive file=${id}.qcow2,if=virtio,format=qcow2 \\`,
    `  -nic tap,ifname=tap-${id},script=no,downscript=no,model=virtio-net-pci`,
  ]
}
