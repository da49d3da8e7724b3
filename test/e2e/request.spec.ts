import { expect, test } from './fixtures.ts'
import { spoken } from './scenes.ts'
import type { Studio } from './studio.ts'

const look = async (studio: Studio, name: string): Promise<void> => {
  await studio.xray.getByRole('button', { name: /^Shown as: / }).click()
  await studio.page.getByRole('menuitemradio', { name, exact: true }).click()
}
const json = (studio: Studio, form: string) => studio.xray.getByRole('document', { name: `The request as ${form} gets it` })

test('the X-ray shows the request that is sent, to the letter, and how other providers would get it', async ({ launch, local }) => {
  const studio = await launch({ seed: spoken('Hello', 'Good day', 'Where am I?'), answersFrom: local })
  await studio.page.evaluate(() => (navigator.clipboard.writeText = (text) => Promise.resolve(void Object.assign(window, { copied: text }))))
  await look(studio, 'OpenAI JSON')
  await expect(json(studio, 'OpenAI')).toContainText('"content": "Where am I?"')
  await expect(studio.xray).toContainText('Exactly what Local would get now')
  await studio.xray.getByRole('button', { name: 'Copy', exact: true }).click()
  const copied = JSON.parse(await studio.page.evaluate(() => (window as unknown as { readonly copied: string }).copied)) as unknown
  await look(studio, 'Anthropic JSON')
  await expect(json(studio, 'Anthropic')).toContainText('"role": "user"')
  await expect(studio.xray).toContainText('How Anthropic would get it. Your messages go to Local.')
  await look(studio, 'Messages')
  await expect(studio.xrayLine(/Where am I/)).toBeVisible()
  await studio.way('Ask for an answer').click()
  await expect(studio.answer('Echo: Where am I?')).toBeVisible()
  expect(local.requests[0]?.body).toEqual(copied)
})

test('a long message is folded in the request and opens where it stands', async ({ launch, local }) => {
  const studio = await launch({ seed: spoken(`start ${'word '.repeat(2000)}the end`, 'Good day'), answersFrom: local })
  await look(studio, 'OpenAI JSON')
  await expect(json(studio, 'OpenAI')).not.toContainText('the end')
  await json(studio, 'OpenAI').getByRole('button', { name: /more letters/ }).first().click()
  await json(studio, 'OpenAI').focus()
  await studio.page.keyboard.press('End')
  await expect(json(studio, 'OpenAI')).toContainText('the end')
})
