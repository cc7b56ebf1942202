import { expect, test } from 'vitest'
import { openTerminal } from './terminal.ts'

test.each([['a level', ['first-box/quiet-room']] as const, ['the first launch', []] as const])(
  'keys that are typed before %s is drawn leave no mark on it',
  async (_, args) => {
    const quiet = openTerminal({ args, columns: 120, rows: 40 })
    const clean = await quiet.until('Enter Build')
    const terminal = openTerminal({ args, columns: 120, rows: 40 })
    // A key that does nothing. As long as nobody reads keys, the terminal itself shows them and moves its cursor.
    const typing = setInterval(() => terminal.type('z'), 5)
    const drawn = await terminal.until('Enter Build')
    clearInterval(typing)
    expect(drawn).toEqual(clean)
  },
)
