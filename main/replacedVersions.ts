import { messageTokens, tokenCounter } from '../core/context/tokens.ts'
import type { CompiledMessage, MessageVersion } from '../core/model/context.ts'
import { ownTypes, textOf } from '../core/model/contentTypes.ts'
import { previewOf } from '../core/model/text.ts'
import type { Tract } from '../core/tract.ts'
import type { ReplacedVersion } from './contract/xray.ts'
import { type Moment, momentOf } from './moment.ts'

const most = 200

/** The older texts of what a context shows corrected, oldest first. Only of its newest 200 corrected messages: each asks for a history of its own. */
export function replacedVersions(tract: Tract, moment: Moment): readonly ReplacedVersion[] {
  const edited = tract.compile(momentOf(moment)).messages.filter((message) => message.edited)
  return edited.slice(-most).flatMap((message) => replacedIn(tract, message))
}

/** What came before the text that is shown: each was replaced by the one after it. */
function replacedIn(tract: Tract, { messageId, commit, role }: CompiledMessage): readonly ReplacedVersion[] {
  const { versions } = tract.history(messageId)
  const shown = versions.findIndex((version) => version.commit === commit)
  const counter = tokenCounter(tract.config.encoding)
  return versions.slice(0, Math.max(0, shown)).map(({ content, commit: hash }, at) => ({
    messageId,
    commit: hash,
    role,
    contentType: content.type,
    tokens: messageTokens(counter, { role, content }),
    preview: previewOf(textOf(content, ownTypes), 120),
    by: byOf(versions[at + 1]),
  }))
}

function byOf(next: MessageVersion | undefined): MessageVersion['author'] {
  if (next === undefined) throw new Error('BUG: the last version is replaced by none')
  return next.author
}
