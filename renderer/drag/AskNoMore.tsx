/** For what changes nothing that was written: next time without this card. The settings take it back. */
export function AskNoMore({ checked, onChange }: { readonly checked: boolean; readonly onChange: (checked: boolean) => void }) {
  return (
    <label className="inline-flex min-h-6 items-center gap-1.5 text-xs text-soft">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} className="accent-(--accent-solid)" />
      Don’t ask again
    </label>
  )
}
