import type { MessageId, TractId } from '../../core/model/ids.ts'
import type { MenuAbout } from '../state/contextMenu.ts'

/** What an element of any pane stands for: the innermost bookmark, branch, tract or step around it, with the element that says so. */
export function menuAbout(element: Element, current: TractId | null): { readonly about: MenuAbout; readonly marked: HTMLElement } | null {
  const marked = element.closest<HTMLElement>('[data-bookmark], [data-branch], [data-tract-row], [data-message]')
  if (marked === null) return null
  const about = aboutOf(marked, current)
  return about === null ? null : { about, marked }
}

function aboutOf({ dataset }: HTMLElement, current: TractId | null): MenuAbout | null {
  const tract = (dataset['tract'] as TractId | undefined) ?? current
  const { bookmark, branch, tractRow, message } = dataset
  if (bookmark !== undefined) return tract === null ? null : { kind: 'bookmark', tract, name: bookmark }
  if (branch !== undefined) return tract === null ? null : { kind: 'branch', tract, branch }
  if (tractRow !== undefined) return { kind: 'tract', tract: tractRow as TractId }
  return message === undefined ? null : { kind: 'step', step: message as MessageId }
}
