import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { listenToKeys } from './commands/listenToKeys.ts'
import { listenToDrags } from './drag/listenToDrags.ts'
import { connect } from './connect.ts'
import { followEvents } from './queries/followEvents.ts'
import { followQueue } from './queries/sendQueued.ts'
import { followOtherWindows } from './state/otherWindows.ts'
import './theme/theme.css'

connect()
followEvents()
followOtherWindows()
followQueue()
listenToKeys()
listenToDrags()

const root = document.getElementById('root')
if (root === null) throw new Error('BUG: the page has no root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
