/** What test worlds call the two sides of their picture. */
export const SIDES = {
  inside: { en: 'Inside the box', ko: '상자 안' },
  outside: { en: 'On the host', ko: '호스트' },
} as const
