import type { Term } from './term.ts'

/** Images, where they are kept, and how containers reach the network. Sources OCI image and distribution specs. */
export const IMAGE_TERMS: readonly Term[] = [
  {
    id: 'image',
    name: { en: 'image', ko: '이미지' },
    short: {
      en: 'The package of a container: layers of files and a configuration. It holds no kernel.',
      ko: '컨테이너의 꾸러미로, 파일 레이어와 설정으로 되어 있습니다. 커널은 들어 있지 않습니다.',
    },
  },
  {
    id: 'layer',
    name: { en: 'layer', ko: '레이어' },
    short: {
      en: 'One set of file changes in an image. Layers are stored and sent once and shared by all images that have them.',
      ko: '이미지를 이루는 파일 변경분 하나입니다. 한 번만 저장하고 전송하며, 같은 레이어를 가진 이미지들이 함께 씁니다.',
    },
  },
  {
    id: 'digest',
    name: { en: 'digest', ko: '다이제스트' },
    short: {
      en: 'The sha256 of the content. It can never mean anything else, so pinning it pins the image.',
      ko: '내용의 sha256입니다. 다른 것을 가리킬 수 없으므로, 다이제스트를 고정하면 이미지가 고정됩니다.',
    },
  },
  {
    id: 'tag',
    name: { en: 'tag', ko: '태그' },
    short: {
      en: 'A name that points to an image, and can be moved to another one. latest is a tag like any other.',
      ko: '이미지를 가리키는 이름이며, 다른 이미지로 옮길 수 있습니다. latest도 여느 태그와 다르지 않습니다.',
    },
  },
  {
    id: 'registry',
    name: { en: 'registry', ko: '레지스트리' },
    short: {
      en: 'The server that stores images for push and pull. Nothing runs there.',
      ko: '이미지를 올리고 내려받는 저장 서버입니다. 거기서 실행되는 것은 없습니다.',
    },
  },
  {
    id: 'manifest',
    name: { en: 'manifest', ko: '매니페스트' },
    short: {
      en: 'The list of the layers and the configuration of an image, by digest.',
      ko: '이미지의 레이어와 설정을 다이제스트로 적은 목록입니다.',
    },
  },
  {
    id: 'overlay',
    name: { en: 'overlay file system', ko: '오버레이 파일 시스템' },
    short: {
      en: 'Stacks read-only layers and one writable layer into a single tree. The first write to a file copies the whole file up.',
      ko: '읽기 전용 레이어들과 쓰기 레이어 하나를 한 트리로 쌓습니다. 파일에 처음 쓸 때 파일 전체를 위로 복사합니다.',
    },
  },
  {
    id: 'writable-layer',
    name: { en: 'writable layer', ko: '쓰기 레이어' },
    short: {
      en: 'The top layer that a container writes to. It goes when the container is removed.',
      ko: '컨테이너가 쓰는 맨 위 레이어입니다. 컨테이너를 지우면 함께 사라집니다.',
    },
  },
  {
    id: 'nat',
    name: { en: 'NAT', ko: 'NAT' },
    short: {
      en: "Rewriting addresses of packets on the way, so that many boxes share the host's address. It costs some speed.",
      ko: '패킷의 주소를 길목에서 바꿔 여러 상자가 호스트의 주소를 함께 쓰게 합니다. 속도를 조금 잃습니다.',
    },
    reading: '나트',
  },
  {
    id: 'bridge',
    name: { en: 'bridge', ko: '브리지' },
    short: {
      en: 'A virtual switch on the host into which the ends of veth pairs are plugged.',
      ko: 'veth 쌍의 호스트 쪽 끝을 꽂는 가상 스위치입니다.',
    },
  },
  {
    id: 'docker',
    name: { en: 'Docker', ko: '도커' },
    short: {
      en: 'A platform to build, ship and run containers. Containers exist without it: other runtimes run the same images.',
      ko: '컨테이너를 만들고 옮기고 실행하는 플랫폼입니다. 컨테이너는 도커 없이도 존재합니다. 다른 런타임도 같은 이미지를 실행합니다.',
    },
  },
]
