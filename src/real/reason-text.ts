import { same, type Text } from '../core/text.ts'
import { inBoth } from '../words/say.ts'

/** A reason as a run of an export gives it, in English, and the game's words for it. */
type Reason = { readonly said: RegExp; readonly text: (part: string) => Text }

const REASONS: readonly Reason[] = [
  { said: /^no cgroup may be written here$/, text: () => inBoth('why.noCgroup') },
  { said: /^the kernel refused (.*)$/, text: value => inBoth('why.refused', { value }) },
  { said: /^this host may not map ids (.*)$/, text: ids => inBoth('why.noIds', { ids }) },
  {
    said: /^this host cannot give a (?:file|socket) to uid (.*)$/,
    text: uid => inBoth('why.noOwner', { uid }),
  },
  { said: /^no such device, or no tbf in this kernel$/, text: () => inBoth('why.noShaping') },
  {
    said: /^root of this host is an ordinary user of the machine$/,
    text: () => inBoth('why.ordinaryUser'),
  },
  { said: /^io\.max reaches buffered writes on cgroup v2 only/, text: () => inBoth('why.buffered') },
  { said: /^this disk is faster than the one of the game/, text: () => inBoth('why.fastDisk') },
  {
    said: /^this machine has cgroup (\w+), the plan another version$/,
    text: version => inBoth('why.otherCgroup', { version }),
  },
  { said: /^whom a kernel picks when the machine runs dry/, text: () => inBoth('why.closeCall') },
  { said: /^the box did not start$/, text: () => inBoth('why.notStarted') },
  { said: /^the box did not start: (.*)$/, text: note => inBoth('why.notStartedFor', { note }) },
  { said: /^no run of a script can show it$/, text: () => inBoth('why.neverShown') },
]

/** Why something was not asked here, for the player; a reason that is not known is shown as it was said. */
export function reasonText(reason: string): Text {
  for (const { said, text } of REASONS) {
    const found = said.exec(reason)
    if (found !== null) return text(found[1] ?? '')
  }
  return same(reason)
}
