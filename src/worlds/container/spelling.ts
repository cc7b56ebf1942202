import * as z from 'zod'

/**
 * How a level spells what ends up in scripts, bundles and command lines: nothing that a shell, an option parser or a list
 * of words could read as more than one plain word. Whoever plays a level found somewhere runs such a script as themselves.
 */

/** A name of a process, a segment, a host: it begins with a letter, so that no tool takes it for an option. */
export const Name = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'a name is lower case letters, digits and dashes, beginning with a letter')

/** The name of a file in a folder that the sentence names. */
export const FileName = z
  .string()
  .regex(
    /^[a-z][a-z0-9.-]*$/,
    'a file name is lower case letters, digits, dots and dashes, beginning with a letter',
  )

/** The name of a host, as man:hostname(7) allows it; of at most 64 characters (HOST_NAME_MAX, man:sethostname(2)). */
export const HostName = Name.max(64, 'a host name has 64 characters at most')

/** Letters, digits, `_`, `-` and `.` between slashes; a `..` would lead where no rule of the level looks. */
const PATH = /^\/$|^(\/(?!\.{1,2}(\/|$))[\w.-]+)+$/

/** An absolute path. */
export const Path = z
  .string()
  .regex(PATH, 'a path begins with /, and has no empty part, no . and no .. in it')

/** Folders of the throw-away host that are this machine's own, or hold the run's tools. */
const MACHINES_OWN = [
  '/bin',
  '/dev',
  '/lib',
  '/lib32',
  '/lib64',
  '/libx32',
  '/sbin',
  '/sys',
  '/usr',
  '/.boxwright',
]

const isMachinesOwn = (path: string): boolean =>
  MACHINES_OWN.some(folder => path === folder || path.startsWith(`${folder}/`))

/** A file that the host of a level brings along: nowhere where its owner and mode would be set on this machine's own. */
export const HostFilePath = Path.refine(path => path !== '/' && !isMachinesOwn(path), {
  error: `a host's file lies below none of ${MACHINES_OWN.join(', ')}: they are this machine's own when the plan is built`,
})

/** `@name` is an abstract socket, `/path` a socket file, a number a TCP port. */
export const Endpoint = z.union([
  z.int().min(1).max(65_535),
  z.string().regex(/^@[a-z][a-z0-9-]*$/, 'write @name for an abstract socket, /path for a socket file'),
  Path,
])
