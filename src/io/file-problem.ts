import type { Text } from '../core/text.ts'

/**
 * Why a file could not be read or written: the system's code (`ENOENT`), the path, what the code means, and both in words
 * for the player.
 */
export type FileProblem = {
  readonly code: string
  readonly path: string
  readonly why: Text
  readonly say: Text
}

/** The system's code of a failed file operation; `EUNKNOWN` for anything that carries none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'EUNKNOWN'
}

/** What the codes mean to someone who does not read errno(3). */
const meanings: Readonly<Record<string, Text>> = {
  ENOENT: { en: 'there is no such file or folder', ko: '그런 파일이나 폴더가 없습니다' },
  EEXIST: { en: 'there is such a file already', ko: '그런 파일이 이미 있습니다' },
  EACCES: { en: 'permission denied', ko: '권한이 없습니다' },
  EPERM: { en: 'operation not permitted', ko: '허용되지 않는 작업입니다' },
  EROFS: { en: 'the file system is read-only', ko: '읽기 전용 파일 시스템입니다' },
  ENOSPC: { en: 'no space is left on the device', ko: '디스크에 남은 공간이 없습니다' },
  EDQUOT: { en: 'the disk quota is used up', ko: '디스크 할당량을 모두 썼습니다' },
  EISDIR: { en: 'it is a folder, not a file', ko: '파일이 아니라 폴더입니다' },
  ENOTDIR: {
    en: 'a part of the path is a file, not a folder',
    ko: '경로 중간에 폴더가 아니라 파일이 있습니다',
  },
  ELOCKED: { en: 'another game is holding it', ko: '다른 게임이 쓰고 있습니다' },
  ENOTFILE: { en: 'it is a device or a pipe, not a file', ko: '파일이 아니라 장치나 파이프입니다' },
  ETOOBIG: { en: 'it is larger than 1 MiB', ko: '크기가 1 MiB를 넘습니다' },
  EENCODING: { en: 'it is not UTF-8 text', ko: 'UTF-8 텍스트가 아닙니다' },
}

/** A file problem in words, from its code. */
export function fileProblem(path: string, code: string): FileProblem {
  const why = meanings[code] ?? { en: code, ko: code }
  return { code, path, why, say: { en: `${path}: ${why.en}`, ko: `${path}: ${why.ko}` } }
}
