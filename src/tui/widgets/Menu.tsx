import { Box, Text } from 'ink'
import SelectInput from 'ink-select-input'
import type { MenuView } from '../screen-view.ts'
import type { Voice } from '../voice.ts'
import { useTheme } from './use-theme.ts'

type Props = { readonly menu: MenuView; readonly voice: Voice; readonly onPick: (value: string) => void }

/** A menu at its place on the screen, driven by ink-select-input: arrows, j and k, digits, Enter. */
export function Menu({ menu, voice, onPick }: Props) {
  const { rect } = menu
  const items = menu.items.map((item, i) => ({
    key: `${i}`,
    label: item.lines.join('\n'),
    value: item.value,
  }))
  const Marker = ({ isSelected = false }: { readonly isSelected?: boolean }) => (
    <Mark glyph={isSelected ? voice.glyphs.focus : ' '} />
  )
  return (
    <Box
      position="absolute"
      left={rect.x}
      top={rect.y}
      width={rect.width}
      height={rect.height}
      flexShrink={0}
      overflow="hidden"
    >
      <SelectInput
        key={menu.id}
        items={items}
        initialIndex={menu.initial}
        limit={menu.fit}
        indicatorComponent={Marker}
        itemComponent={Item}
        onSelect={item => onPick(item.value)}
      />
    </Box>
  )
}

function Mark({ glyph }: { readonly glyph: string }) {
  const theme = useTheme()
  return (
    <Box flexShrink={0} width={2}>
      <Text {...theme.strong}>{glyph}</Text>
    </Box>
  )
}

function Item({ label, isSelected = false }: { readonly label: string; readonly isSelected?: boolean }) {
  const theme = useTheme()
  return <Text {...(isSelected ? theme.focus : theme.plain)}>{label}</Text>
}
