import { Fault } from '../../core/model/fault.ts'

/** What a person reads when something can't be done. */
export type Told = { readonly code: string; readonly message: string; readonly hint: string | null; readonly lost: string }
export const told = (code: string, message: string, hint: string | null = null): Told => ({ code, message, hint, lost: 'nothing' })
/** What is told of something handed in that can't be used. */
export const unusable = (problem: string): Told => told('input/invalid', `That can't be used: ${problem}.`)

/** What is told when this is done; the code `none` where it can be done. */
export function toldBy(act: () => unknown): Told {
  try {
    act()
  } catch (error) {
    if (!Fault.is(error)) throw error
    const { code, message, hint, lost } = error
    return { code, message, hint, lost }
  }
  return { code: 'none', message: '', hint: null, lost: '' }
}
