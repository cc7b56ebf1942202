import { createHash } from 'node:crypto'

/** A file of a layer or an archive: a program or a text, or the target of a link. */
export type ArchiveFile = {
  readonly path: string
  readonly data?: Buffer | string
  readonly link?: string
}

const BLOCK = 512

/** A tar archive in the ustar format. Everything in it may be executed and has no date. man:tar(5). */
export function tarOf(files: readonly ArchiveFile[]): Buffer {
  const parts = files.flatMap(({ path, data = '', link }) => {
    const bytes = Buffer.from(data)
    return [headerOf(path, bytes.length, link), bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)]
  })
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)])
}

function headerOf(path: string, size: number, link: string | undefined): Buffer {
  const header = Buffer.alloc(BLOCK)
  const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`
  header.write(path, 0)
  header.write(octal(0o755, 8) + octal(0, 8) + octal(0, 8) + octal(size, 12) + octal(0, 12), 100)
  header.write(' '.repeat(8), 148)
  header.write(link === undefined ? '0' : '2', 156)
  header.write(link ?? '', 157)
  header.write('ustar\x0000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** An image: the name under which a runtime finds it, and what it starts. */
export type ImageSpec = { readonly name: string; readonly command: readonly string[] }

type Blob = { readonly mediaType: string; readonly bytes: Buffer }

const digestOf = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

const descriptor = ({ mediaType, bytes }: Blob): object => ({
  mediaType,
  digest: digestOf(bytes),
  size: bytes.length,
})

const json = (kind: string, value: object): Blob => ({
  mediaType: `application/vnd.oci.image.${kind}.v1+json`,
  bytes: Buffer.from(JSON.stringify(value)),
})

const ARCHITECTURES: { readonly [node: string]: string } = { x64: 'amd64', ia32: '386' }

/** Images that share one layer, as an OCI image layout in a tar archive. OCI image-spec image-layout.md. */
export function imageArchive(images: readonly ImageSpec[], files: readonly ArchiveFile[]): Buffer {
  const layer: Blob = { mediaType: 'application/vnd.oci.image.layer.v1.tar', bytes: tarOf(files) }
  const built = images.map(({ name, command }) => {
    const config = json('config', {
      architecture: ARCHITECTURES[process.arch] ?? process.arch,
      os: 'linux',
      config: { Cmd: command, Env: ['PATH=/bin'] },
      rootfs: { type: 'layers', diff_ids: [digestOf(layer.bytes)] },
    })
    const manifest = json('manifest', {
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      config: descriptor(config),
      layers: [descriptor(layer)],
    })
    return { name, config, manifest }
  })
  const index = {
    schemaVersion: 2,
    manifests: built.map(({ name, manifest }) => ({
      ...descriptor(manifest),
      annotations: { 'io.containerd.image.name': name },
    })),
  }
  const blobs = new Map(
    [layer, ...built.flatMap(({ config, manifest }) => [config, manifest])].map(({ bytes }) => [
      digestOf(bytes),
      bytes,
    ]),
  )
  return tarOf([
    { path: 'oci-layout', data: '{"imageLayoutVersion":"1.0.0"}' },
    { path: 'index.json', data: JSON.stringify(index) },
    ...[...blobs].map(([digest, data]) => ({ path: `blobs/${digest.replace(':', '/')}`, data })),
  ])
}
