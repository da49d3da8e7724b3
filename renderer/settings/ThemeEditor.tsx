import { useEffect, useState } from 'react'
import type { Appearance } from '../../main/contract/settings.ts'
import { Button } from '../components/Button.tsx'
import { previewColours } from '../theme/applyAppearance.ts'
import { shownTheme } from '../theme/applyTheme.ts'
import { failingPairs, pairName } from '../theme/contrast.ts'
import type { FailingPair } from '../theme/contrast.ts'
import { allColours, coloursOf } from '../theme/measureTheme.ts'
import { coloursAsJson, readColours } from '../theme/userTheme.ts'
import { counted } from '../words/numbers.ts'

type Colours = Appearance['colours']

/** Colours of one's own as JSON: what is typed shows at once in the whole window, and what couldn't be read is listed. Kept when saved. */
export function ThemeEditor({ colours, onSave }: { readonly colours: Colours; readonly onSave: (colours: Colours) => void }) {
  const [text, setText] = useState(() => coloursAsJson(colours))
  const read = readColours(text)
  const isSame = read.kind === 'colours' && coloursAsJson(read.colours) === coloursAsJson(colours)
  useEffect(() => {
    if (read.kind === 'colours') previewColours(read.colours)
  })
  useEffect(() => () => previewColours(colours), [colours]) // leaving without saving leaves everything as it was
  const fill = (): void => {
    if (read.kind !== 'colours') return
    const theme = shownTheme()
    setText(coloursAsJson({ ...read.colours, [theme]: allColours(theme, read.colours[theme]) }))
  }
  return (
    <section className="grid gap-2.5" aria-label="Colours of your own">
      <header className="grid gap-0.5">
        <h2 className="text-lg font-semibold">Colours of your own</h2>
        <p className="text-sm text-muted">By the names of the app’s colours, for the light and the dark theme. What isn’t named stays. High contrast doesn’t use them.</p>
      </header>
      <textarea
        rows={8}
        aria-label="Colours as JSON"
        aria-invalid={read.kind === 'problem' || undefined}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={`w-full resize-y rounded-md bg-input px-2.5 py-2 font-mono text-xs press focus:field-focus ${read.kind === 'problem' ? 'field-bad' : 'field-ring'}`}
      />
      {read.kind === 'problem' ? (
        <p role="alert" className="text-sm text-danger">
          {read.problem}
        </p>
      ) : (
        <Verdict colours={read.colours} />
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" off={read.kind === 'problem' ? read.problem : isSame ? 'They are kept already' : null} onClick={() => read.kind === 'colours' && onSave(read.colours)}>
          Keep these colours
        </Button>
        <Button off={read.kind === 'problem' ? 'Mend the text first' : null} tip="Writes every colour of the theme that is shown, to start from" onClick={fill}>
          Fill in today’s colours
        </Button>
        <Button variant="ghost" off={isSame && text === coloursAsJson(colours) ? 'Nothing was changed' : null} onClick={() => setText(coloursAsJson(colours))}>
          Revert
        </Button>
        <span className="grow" />
        <Button variant="ghost" off={Object.keys(colours).length === 0 ? 'There are none' : null} onClick={() => (setText(coloursAsJson({})), onSave({}))}>
          Take them away
        </Button>
      </div>
    </section>
  )
}

/** What can't be read well on its ground, theme by theme; only where something of one's own is set. */
function Verdict({ colours }: { readonly colours: Colours }) {
  const themes = (['light', 'dark'] as const).filter((theme) => colours[theme] !== undefined)
  const failing = themes.map((theme) => ({ theme, pairs: failingPairs(coloursOf(theme, colours[theme])) })).filter(({ pairs }) => pairs.length > 0)
  if (themes.length === 0) return <p className="text-sm text-muted">None yet: the app’s own colours are shown.</p>
  if (failing.length === 0) return <p className="text-sm text-success">Every text can be read on its ground: at least 4.5 : 1.</p>
  return (
    <div role="status" className="grid gap-2 rounded-md bg-warning-soft px-3 py-2.5 text-sm text-warning">
      {failing.map(({ theme, pairs }) => (
        <div key={theme} className="grid gap-1">
          <b className="font-semibold">{`${theme === 'light' ? 'Light' : 'Dark'}: ${counted(pairs.length, 'text')} hard to read (less than 4.5 : 1)`}</b>
          <ul className="grid max-h-40 gap-0.5 overflow-y-auto" tabIndex={0} aria-label={`Hard to read in the ${theme} theme`}>
            {pairs.map((pair) => (
              <PairLine key={pairName(pair)} pair={pair} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

const PairLine = ({ pair }: { readonly pair: FailingPair }) => (
  <li className="flex gap-2">
    <span className="num w-16 shrink-0 self-center">{pair.ratio.toFixed(1)} : 1</span>
    <span className="font-mono text-xs">{pairName(pair)}</span>
  </li>
)
