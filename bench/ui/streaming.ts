import { join } from 'node:path'
import { type Child, startChild } from '../../test/helpers/children.ts'
import type { Figure } from '../figures.ts'
import type { Listening } from '../modelServer.ts'
import { openStudio } from './studio.ts'
import { writeFixture } from './fixture.ts'

const seconds = 10

/** How much of a core the page takes while an answer of 200 words a second is written into it. */
export async function streamingCost(folder: string): Promise<Figure> {
  const file = join(folder, 'streaming.tract')
  writeFixture(file, 250)
  const server: Child<Listening> = startChild('../../bench/modelServer.ts', 'openai', String(seconds * 250), '200')
  try {
    await server.said(1)
    await using studio = await openStudio(join(folder, 'streaming'), file, server.lines[0]?.url ?? '')
    const { page } = studio
    const metrics = await page.context().newCDPSession(page)
    await metrics.send('Performance.enable')
    const busy = async (): Promise<number> => (await metrics.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
    await page.locator('[data-composer] textarea').fill('Tell me a story')
    await page.keyboard.press('Enter')
    await page.getByRole('article', { name: 'Answer being written' }).waitFor()
    const [before, start] = [await busy(), performance.now()]
    await page.waitForTimeout(seconds * 1000)
    const share = (await busy() - before) / ((performance.now() - start) / 1000)
    return { name: 'an answer of 200 words a second', value: `${(share * 100).toFixed(0)} % of a core in the page`, goal: '< 30 %' }
  } finally {
    await server.kill()
  }
}
