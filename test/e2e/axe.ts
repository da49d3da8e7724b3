import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

type Scheme = 'light' | 'dark'
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What breaks the rules of WCAG 2.2 AA on the page as it stands: the rule, and where. All of them in the scheme that shows, those of colour in the other one too. */
export async function breaches(page: Page, others: readonly Scheme[] = []): Promise<readonly string[]> {
  await still(page)
  const found = [...(await broken(new AxeBuilder({ page }).withTags(rules)))]
  for (const colorScheme of others) {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-theme="${colorScheme}"]:not([data-switching])`).waitFor()
    found.push(...(await broken(new AxeBuilder({ page }).withRules('color-contrast'))).map((one) => `${colorScheme}: ${one}`))
  }
  if (others.length > 0) await page.emulateMedia({ colorScheme: 'light' })
  return found
}

async function broken(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) => nodes.filter(({ failureSummary }) => !isCovered(id, failureSummary ?? '')).map(({ target, html, failureSummary }) => `${id}: ${target.join(' ')} ${html.slice(0, 160)} ${(failureSummary ?? '').split('\n').slice(1).join(' ')}`))
}

/** What lies under an open panel is no target while it is open. */
const isCovered = (id: string, why: string): boolean => id === 'target-size' && why.includes('partially obscured')

/** What fades in is not yet what it will be. */
const still = (page: Page): Promise<unknown> => page.evaluate(() => Promise.all(document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity).map((animation) => animation.finished.catch(() => {}))))
