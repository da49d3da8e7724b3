import type { FaultCode } from '../../core/model/fault.ts'
import type { PartialCause } from '../../core/model/reply.ts'
import type { Answer } from './modelServer.ts'

/** One way in which a provider fails, and what must become of it, whoever the provider is. */
export type CallFault = {
  readonly title: string
  /** What its server does, request by request: there are as many attempts. */
  readonly answers: readonly Answer[]
  readonly code: FaultCode
  /** What arrives of the answer before that; empty where nothing does. */
  readonly text: string
}

const text = 'Hello there'
const thrice = (answer: Answer): readonly Answer[] => [answer, answer, answer]
const halfCall = [{ id: 'call_1', name: 'compress', arguments: '{"target_tokens": 20' }]

/** Everything a provider, a proxy or a network was seen to do. `echo` is put wherever a server could repeat what it was sent. */
export const callFaults = (echo = 'refused'): readonly CallFault[] => [
  { title: 'ends without a terminator', answers: [{ kind: 'answer', text, afterwards: 'eof' }], code: 'llm/incomplete', text },
  { title: 'cuts the connection', answers: [{ kind: 'answer', text, afterwards: 'cut' }], code: 'llm/incomplete', text },
  { title: 'falls silent in the middle', answers: [{ kind: 'answer', text, afterwards: 'stall' }], code: 'llm/stalled', text },
  { title: 'opens and never says a word', answers: [{ kind: 'answer', afterwards: 'stall' }], code: 'llm/stalled', text: '' },
  { title: 'sends nothing but pings', answers: [{ kind: 'answer', text, afterwards: 'pings' }], code: 'llm/stalled', text },
  { title: 'sends malformed JSON', answers: [{ kind: 'answer', text, afterwards: 'malformed' }], code: 'llm/protocol', text },
  { title: 'sends a line without end', answers: [{ kind: 'answer', text, afterwards: 'longLine' }], code: 'llm/protocol', text },
  { title: 'sends an error in the middle', answers: [{ kind: 'answer', text, afterwards: 'errorEvent' }], code: 'llm/overloaded', text },
  { title: 'cuts a tool call', answers: [{ kind: 'answer', text, toolCalls: halfCall }], code: 'llm/incomplete', text },
  { title: 'runs out of length in a tool call', answers: [{ kind: 'answer', text, toolCalls: halfCall, finish: 'length' }], code: 'llm/incomplete', text },
  { title: 'says that it is done and has said nothing', answers: [{ kind: 'answer' }], code: 'llm/incomplete', text: '' },
  { title: 'answers with a web page', answers: [{ kind: 'html' }], code: 'llm/protocol', text: '' },
  { title: 'sends on to another address', answers: [{ kind: 'redirect', to: 'http://127.0.0.1:9/v1' }], code: 'llm/protocol', text: '' },
  { title: 'never begins to answer', answers: thrice({ kind: 'silent' }), code: 'llm/unreachable', text: '' },
  { title: 'hangs up', answers: thrice({ kind: 'hangUp' }), code: 'llm/unreachable', text: '' },
  { title: 'is out of order', answers: thrice({ kind: 'status', status: 500, message: echo }), code: 'llm/overloaded', text: '' },
  { title: 'is out of order, and then falls silent in the middle', answers: [{ kind: 'status', status: 503, body: `<html>${echo}</html>` }, { kind: 'answer', text, afterwards: 'stall' }], code: 'llm/stalled', text },
  { title: 'asks to wait a moment, and again', answers: thrice({ kind: 'status', status: 429, headers: { 'retry-after': '2' }, message: echo }), code: 'llm/rate-limited', text: '' },
  { title: 'asks to wait an hour', answers: [{ kind: 'status', status: 429, headers: { 'retry-after': '3600' }, message: echo }], code: 'llm/rate-limited', text: '' },
  { title: 'says that the quota is spent', answers: [{ kind: 'status', status: 429, message: `You exceeded your current quota ${echo}` }], code: 'llm/rate-limited', text: '' },
  { title: 'refuses the key', answers: [{ kind: 'status', status: 401, message: `Incorrect API key provided: ${echo}` }], code: 'llm/auth', text: '' },
  { title: 'does not know the model', answers: [{ kind: 'status', status: 404, message: `no such model: ${echo}` }], code: 'llm/model-not-found', text: '' },
  { title: 'refuses the request', answers: [{ kind: 'status', status: 400, message: `messages.3 ${echo} is wrong` }], code: 'llm/refused-payload', text: '' },
  { title: 'finds the prompt too long', answers: [{ kind: 'status', status: 400, message: `prompt is too long: 250000 tokens > 200000 maximum (${echo})` }], code: 'llm/too-long', text: '' },
]

/** How an answer that failed in this way is marked where something of it is kept. */
export const causeOf = ({ code }: Pick<CallFault, 'code'>): PartialCause => (code === 'llm/stalled' ? 'stalled' : 'cut')
