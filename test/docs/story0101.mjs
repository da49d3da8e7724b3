import { Tract } from 'tract-studio'

using tract = Tract.open()

tract.commit({ type: 'instruction', text: 'You answer in one sentence.' })
tract.commit({ type: 'dialogue', role: 'user', text: 'What is a commit?' })
tract.commit({ type: 'dialogue', role: 'assistant', text: 'A snapshot with a parent.' }, { message: 'first answer' })

const context = tract.compile()
for (const { role, contentType, content } of context.messages) console.log(role, contentType, content)
console.log(`${context.tokenCount} tokens (${context.tokenSource})`)
