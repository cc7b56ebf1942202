/** The eight namespace types of Linux, in the order that `lsns` users know. man:namespaces(7). */
export const NAMESPACES = ['mnt', 'uts', 'ipc', 'pid', 'net', 'user', 'cgroup', 'time'] as const

/** A namespace type. */
export type Namespace = (typeof NAMESPACES)[number]

/** Where a box gets a namespace from: the host's initial one, a fresh one, or another box's. */
export type Membership = 'host' | 'own' | `join:${string}`

/** One namespace of each type; every process is always in exactly one of each. Values are identities: `host` or a box id. */
export type NamespaceSet = { readonly [N in Namespace]: string }
