/** A file that was made: a part of the bundle with the files that it imports, at once or later, or something beside it. */
export type Made = {
  readonly fileName: string
  readonly type: 'chunk' | 'asset'
  readonly code?: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}
/** Bundles the game into a folder of the project; with `write: false` only in memory. */
export declare function bundleGame(
  dir: string,
  options?: { readonly write?: boolean },
): Promise<readonly Made[]>
