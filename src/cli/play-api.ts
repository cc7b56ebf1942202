import { act, newGame } from '../play/act.ts'
import { counterfactual } from '../play/counterfactual.ts'
import type { PlayApi } from '../play/game.ts'
import { position } from '../play/position.ts'
import { SHARE_SIGNS, shareText } from '../play/share-text.ts'
import { answer, artifacts, beats, explain, nextHint } from '../play/views.ts'

/** The functions that play a game, gathered so that screens can be handed them with a level. */
export const playApi: PlayApi = {
  newGame,
  act,
  position,
  beats,
  answer,
  artifacts,
  explain,
  counterfactual,
  nextHint,
  share: (game, lang, signs) => shareText(game, lang, SHARE_SIGNS[signs]),
}
