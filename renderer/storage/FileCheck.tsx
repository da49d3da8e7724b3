import { useQuery } from '@tanstack/react-query'
import { CircleCheck, ShieldCheck, TriangleAlert } from 'lucide-react'
import type { Finding, FsckReport } from '../../core/model/fsck.ts'
import { CommandButton } from '../commands/CommandButtons.tsx'
import { Badge } from '../components/Badge.tsx'
import type { BadgeTone } from '../components/Badge.tsx'
import { Spinner } from '../components/Spinner.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { fileCheckQuery } from '../queries/files.ts'
import { SettingsGroup, SettingsRow } from '../settings/SettingsPage.tsx'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'

/** Whether the file is sound: asked on demand, since all of it is read. What isn't leads to a repaired copy. */
export function FileCheck() {
  const { data, error, isFetching } = useQuery({ ...fileCheckQuery(), enabled: false })
  return (
    <section aria-label="Check" className="grid gap-2">
      <SettingsGroup>
        <SettingsRow label="Check the file" help={<Outcome report={data} isFetching={isFetching} />}>
          <CommandButton id="file.check" icon={ShieldCheck}>
            {data === undefined ? 'Check' : 'Check again'}
          </CommandButton>
        </SettingsRow>
        {data !== undefined && data.findings.length > 0 && <Findings report={data} />}
      </SettingsGroup>
      {error !== null && <FaultCard fault={faultOf(error)} />}
    </section>
  )
}

function Outcome({ report, isFetching }: { readonly report: FsckReport | undefined; readonly isFetching: boolean }) {
  const words = useWords()
  if (isFetching) return <span role="status" className="inline-flex items-center gap-1.5"><Spinner size={12} /> Every hash is being checked</span>
  if (report === undefined) return 'Reads every hash and follows everything that was done from the first act on. Nothing is changed.'
  const { counts: { tracts, commits, blobs }, findings } = report
  const read = `${counted(tracts, 'tract')}, ${counted(commits, words.step, words.steps)}, ${counted(blobs, 'text')}`
  if (findings.length === 0) return <span role="status" className="inline-flex items-center gap-1.5 text-success"><CircleCheck size={14} /> Sound: {read}</span>
  return <span role="status" className={report.ok ? 'text-warning' : 'text-danger'}>{counted(findings.length, 'finding')} in {read}</span>
}

function Findings({ report: { findings } }: { readonly report: FsckReport }) {
  const safe = findings.filter(({ repair }) => repair === 'safe').length
  return (
    <div className="grid gap-3 px-3.5 py-3 text-sm">
      <ul className="grid gap-1.5">
        {findings.slice(0, mostShown).map(({ code, severity, text }, at) => (
          <li key={at} className="flex items-baseline gap-2">
            <Badge small tone={tones[severity]} icon={TriangleAlert} tip={code}>{severity}</Badge>
            <span className="min-w-0 wrap-break-word text-soft">{text}</span>
          </li>
        ))}
        {findings.length > mostShown && <li className="text-muted">and {counted(findings.length - mostShown, 'more', 'more')}</li>}
      </ul>
      <p className="flex flex-wrap items-center gap-3 text-muted">
        <CommandButton id="file.openRepaired" variant="primary" />
        <span className="min-w-0 grow basis-60">
          {safe === findings.length ? 'All of it can be derived again.' : `${safe} of ${findings.length} can be derived again; the rest stays as it is.`} This file stays as it is.
        </span>
      </p>
    </div>
  )
}

const mostShown = 8
const tones: { readonly [Severity in Finding['severity']]: BadgeTone } = { fatal: 'danger', error: 'danger', warning: 'warning', info: 'plain' }
