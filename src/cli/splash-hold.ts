/** The title that stands on the alternate screen until the game draws its own; `splash.ts` puts it there. */
export type Splash = {
  /** The game's screen takes the place of the title: from now on it gives the terminal back. */
  take(): void
  /** Gives the terminal back, for a game that is not drawn on it after all. */
  leave(): void
}

declare global {
  // Across files that are built apart, and only here.
  var boxwrightSplash: Splash | undefined
}

/** The splash that is up, if one is. */
export const splash = (): Splash | undefined => globalThis.boxwrightSplash
