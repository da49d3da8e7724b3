import { useQuery } from '@tanstack/react-query'
import type { AppInfo } from '../../main/contract/app.ts'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { appInfoQuery } from '../queries/app.ts'
import { SettingsGroup, SettingsPage } from './SettingsPage.tsx'

export function AboutPage() {
  const { data, error } = useQuery(appInfoQuery())
  if (error !== null) return <div className="max-w-130 p-10"><FaultCard fault={faultOf(error)} /></div>
  if (data === undefined) return <div className="p-10"><SkeletonRows count={4} label="On its way" /></div>
  return (
    <SettingsPage title="About" lead="Tract Studio shows, keeps and shapes what a language model sees.">
      <SettingsGroup>
        <dl className="grid text-sm">
          {rows(data).map(([name, value, isPath]) => (
            <div key={name} className="grid grid-cols-[148px_minmax(0,1fr)] gap-4 border-b border-subtle px-3.5 py-2.5 last:border-b-0">
              <dt className="text-muted">{name}</dt>
              <dd className={isPath ? 'font-mono text-xs/(--lh-sm) break-all select-text' : ''}>{value}</dd>
            </div>
          ))}
        </dl>
      </SettingsGroup>
      <p className="max-w-150 text-sm text-soft">
        Everything you say and do here is in that one file, and nowhere else. Keys are kept apart from it: in the system’s key store where there is one, else in a file only you can read. Nothing leaves
        this machine but the messages you send to the provider you chose.
      </p>
    </SettingsPage>
  )
}

const platforms: Record<AppInfo['platform'], string> = { linux: 'Linux', mac: 'macOS', windows: 'Windows', other: 'another system' }
const hosts: Record<AppInfo['host'], string> = { electron: 'as a desktop app', web: 'in a browser' }

function rows({ version, platform, host, file }: AppInfo): readonly (readonly [name: string, value: string, isPath: boolean])[] {
  return [
    ['Version', version, false],
    ['Runs', `${hosts[host]}, on ${platforms[platform]}`, false],
    ['Open file', file.name, false],
    ['It lies at', file.path, true],
  ]
}
