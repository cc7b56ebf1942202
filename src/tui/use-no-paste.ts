import { usePaste } from 'ink'

/** Text that is pasted presses no keys. Listening is what tells the terminal to mark it. */
export const useNoPaste = (): void => usePaste(() => {})
