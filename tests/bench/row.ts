/** One measured number of a benchmark beside what it has to be. */
export type Row = {
  readonly name: string
  readonly measured: string
  readonly target: string
  readonly ok: boolean
}
