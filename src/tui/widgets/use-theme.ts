import { createContext, useContext } from 'react'
import { type Theme, theme } from '../theme.ts'

/** The theme that the widgets below draw with. */
export const ThemeContext = createContext<Theme>(theme('auto'))

/** The looks of the theme in use. */
export const useTheme = (): Theme => useContext(ThemeContext)
