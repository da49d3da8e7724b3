import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import type { OpenShell, Shell } from './shell.ts'

export type Place = { readonly file: string; readonly dataDir: string; readonly port?: number }

/** The app as a person uses it: what they see by its role and name, what they do in their own words. */
export class Studio {
  readonly place: Place
  readonly #open: OpenShell
  #shell: Shell

  constructor(open: OpenShell, place: Place, shell: Shell) {
    this.#open = open
    this.place = place
    this.#shell = shell
  }

  get page(): Page { return this.#shell.page }
  get shell(): Shell { return this.#shell }

  // What there is to see

  get chat(): Locator { return this.page.getByRole('region', { name: 'Chat', exact: true }) }
  get feed(): Locator { return this.page.getByRole('feed') }
  get composer(): Locator { return this.chat.getByRole('textbox', { name: 'Message', exact: true }) }
  get rail(): Locator { return this.page.getByRole('region', { name: 'Graph', exact: true }) }
  get xray(): Locator { return this.page.getByRole('region', { name: 'Context X-ray', exact: true }) }
  /** The details of the focused step. */
  get details(): Locator { return this.page.getByRole('region', { name: 'Step', exact: true }) }
  get tracts(): Locator { return this.page.getByRole('tree', { name: 'Tracts' }) }
  get titleBar(): Locator { return this.page.getByRole('banner') }
  get toasts(): Locator { return this.page.getByRole('log', { name: 'Messages' }) }
  /** What is open above the dock. */
  drawer(name: 'Review' | 'Timeline' | 'Diff' | 'Log'): Locator { return this.page.getByRole('region', { name, exact: true }) }
  dockTab(name: 'Review' | 'Timeline' | 'Diff' | 'Log'): Locator { return this.page.getByRole('group', { name: 'Drawer' }).getByRole('button', { name: new RegExp(`^${name}`) }) }
  logLine(words: string | RegExp): Locator { return this.drawer('Log').getByRole('option', { name: words }) }
  get dialog(): Locator { return this.page.getByRole('dialog') }
  /** The answer that is being written. */
  get live(): Locator { return this.feed.getByRole('article', { name: 'Answer being written' }) }
  get partial(): Locator { return this.feed.getByRole('article', { name: 'Unfinished answer' }) }
  /** The card of an answer that didn't come. */
  get failure(): Locator { return this.feed.getByRole('group', { name: 'What went wrong' }) }
  /** A button at the end of the list: what can be done about an answer that is missing, failed or cut. */
  way(name: string): Locator { return this.feed.getByRole('button', { name, exact: true }) }

  /** A message of the person's own. */
  question(words: string | RegExp): Locator { return this.#articles().filter({ has: this.page.getByText('You', { exact: true }), hasText: words }) }
  answer(words: string | RegExp): Locator {
    return this.#articles().filter({ hasNot: this.page.getByText(/^(?:You|System rule)$/), hasText: words })
  }
  rule(words: string | RegExp): Locator { return this.#articles().filter({ has: this.page.getByText('System rule', { exact: true }), hasText: words }) }
  /** A step in the graph. */
  step(words: string | RegExp): Locator { return this.rail.getByRole('row', { name: words }) }
  /** What the model sees, shown in another way: "Diff", "OpenAI JSON". */
  async xrayAs(name: string): Promise<void> {
    await this.xray.getByRole('button', { name: /^Shown as: / }).click()
    await this.page.getByRole('menuitemradio', { name, exact: true }).click()
  }
  /** Of another step, time, branch or bookmark: a choice of the menu. */
  async xrayAt(name: string | RegExp): Promise<void> {
    await this.xray.getByRole('button', { name: /^Which context: / }).click()
    await this.page.getByRole('menuitem', { name }).click()
  }
  xrayLine(words: string | RegExp): Locator { return this.xray.getByRole('option', { name: words }) }
  branchRow(name: string): Locator { return this.tracts.getByRole('treeitem', { name: new RegExp(`^branch ${name} ?,`) }) }
  tractRow(name: string): Locator { return this.tracts.getByRole('treeitem', { name: new RegExp(`^${name} ?, [\\d\\s]+ steps?`) }) }
  undoButton(): Locator { return this.titleBar.getByRole('button', { name: /^Undo/ }) }
  redoButton(): Locator { return this.titleBar.getByRole('button', { name: /^Redo/ }) }

  #articles(): Locator { return this.feed.locator(this.page.locator('[aria-posinset]')) }

  // What a person does

  /** Sends a message; returns when the app has taken it. */
  async say(text: string): Promise<void> {
    await this.composer.fill(text)
    await this.composer.press('Enter')
    await expect(this.composer).toHaveValue('')
  }
  /** Sends a message and waits for the whole answer. */
  async ask(text: string, answer: string | RegExp): Promise<void> {
    await this.say(text)
    await expect(this.answer(answer)).toBeVisible()
    await expect(this.live).toHaveCount(0)
  }
  /** One of the buttons that a message shows under the pointer. */
  async act(message: Locator, name: string): Promise<void> {
    await this.closeToasts()
    await message.hover()
    await message.getByRole('toolbar').getByRole('button', { name, exact: true }).click()
  }
  hide(message: Locator): Promise<void> { return this.act(message, 'Hide from model') }
  pin(message: Locator): Promise<void> { return this.act(message, 'Keep always') }
  async correct(message: Locator, text: string): Promise<void> {
    await this.act(message, 'Correct')
    const box = this.feed.getByRole('textbox', { name: 'Correct this message' })
    await box.fill(text)
    await this.feed.getByRole('button', { name: 'Save correction' }).click()
    await expect(box).toHaveCount(0)
  }
  async branchHere(message: Locator, name: string): Promise<void> {
    await this.act(message, 'Branch here')
    await this.dialog.getByRole('textbox', { name: 'Name of the branch' }).fill(name)
    await this.dialog.getByRole('button', { name: 'Start branch' }).click()
    await this.isOn(name)
  }
  async switchTo(branch: string): Promise<void> {
    await this.titleBar.getByRole('button', { name: /^Branch: / }).click()
    await this.page.getByRole('menuitemradio', { name: new RegExp(`^${branch}(?![\\w-])`) }).click()
    await this.isOn(branch)
  }
  isOn(branch: string): Promise<void> { return expect(this.titleBar.getByRole('button', { name: `Branch: ${branch}`, exact: true })).toBeVisible() }
  async undo(name: string): Promise<void> { await this.titleBar.getByRole('button', { name: `Undo ${name}`, exact: true }).click() }
  async redo(name: string): Promise<void> { await this.titleBar.getByRole('button', { name: `Redo ${name}`, exact: true }).click() }
  /** They would stand over what is to be clicked; a person moves them away too. */
  async closeToasts(): Promise<void> {
    const close = this.toasts.getByRole('button', { name: 'Close' }).first()
    while (await close.isVisible()) await close.click({ timeout: 1000 }).catch(() => {}) // it may have gone by itself
  }

  async openSettings(page: 'General' | 'Providers and keys' | 'Models and prices' | 'Operations' | 'Budget' | 'Policies' | 'Keys' | 'Appearance' | 'Storage and clean-up' | 'About' = 'General'): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+,')
    await this.page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: page, exact: true }).click()
    await expect(this.page.getByRole('main').getByRole('heading', { level: 1, name: page })).toBeVisible()
  }
  async closeSettings(): Promise<void> {
    await this.page.getByRole('button', { name: 'Back to the chat' }).click()
    await expect(this.composer).toBeVisible()
  }
  provider(name: string): Locator { return this.page.getByRole('region', { name, exact: true }) }
  async setAddress(provider: string, url: string): Promise<void> {
    const card = this.provider(provider)
    await card.getByRole('textbox', { name: 'Address' }).fill(url)
    await card.getByRole('textbox', { name: 'Address' }).press('Enter')
    await expect(card.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
  }
  async setKey(provider: string, key: string): Promise<void> {
    const card = this.provider(provider)
    await card.getByLabel('Key', { exact: true }).fill(key)
    await card.getByRole('button', { name: 'Save key' }).click()
    await expect(card.getByText(`…${key.slice(-4)}`)).toBeVisible()
  }
  async chooseModel(model: string): Promise<void> {
    await this.chat.getByRole('button', { name: /^Model: / }).click()
    await this.page.getByRole('menuitemradio', { name: model, exact: true }).click()
    await expect(this.chat.getByRole('button', { name: `Model: ${model}`, exact: true })).toBeVisible()
  }
  /** Connects a provider at an address, from the chat and back to it. */
  async connect(provider: 'OpenAI' | 'Anthropic', url: string, key: string, model: string): Promise<void> {
    await this.openSettings('Providers and keys')
    await this.setAddress(provider, url)
    await this.setKey(provider, key)
    await this.closeSettings()
    await this.chooseModel(model)
  }

  // The app itself

  async restart(): Promise<void> {
    await this.#shell.stop()
    await this.start()
  }
  stop(): Promise<void> { return this.#shell.stop() }
  kill(): Promise<void> { return this.#shell.kill() }
  async start(): Promise<void> {
    this.#shell = await this.#open(this.place)
    await expect(this.composer).toBeFocused()
  }
}
