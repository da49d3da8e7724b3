import { SettingsRow } from './SettingsPage.tsx'

/** Slides from 12 to 20 px; everything that is written grows with it at once. */
export function TextSize({ textPx, onChange }: { readonly textPx: number; readonly onChange: (textPx: number) => void }) {
  return (
    <SettingsRow label="Text size" htmlFor="text-size" help="Of running text; everything else keeps its proportion.">
      <span className="flex items-center gap-3">
        <span aria-hidden="true" className="text-xs text-muted">A</span>
        <input
          id="text-size"
          type="range"
          min={12}
          max={20}
          step={1}
          aria-valuetext={`${textPx} px`}
          value={textPx}
          onChange={(event) => onChange(Number(event.target.value))}
          className="w-35 accent-accent-solid focus-visible:outline-2 focus-visible:outline-focus"
        />
        <span aria-hidden="true" className="text-xl text-muted">A</span>
        <output htmlFor="text-size" className="num w-11 text-right">{textPx} px</output>
      </span>
    </SettingsRow>
  )
}
