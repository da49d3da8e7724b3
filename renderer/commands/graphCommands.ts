import { FoldVertical, LocateFixed, Maximize, Minus, Plus } from 'lucide-react'
import { useCamera } from '../state/camera.ts'
import type { Camera } from '../state/camera.ts'
import { isFolded, toggleFolds } from '../state/folds.ts'
import type { GraphView } from '../state/folds.ts'
import { useView } from '../state/view.ts'
import { words } from '../words/words.ts'
import { needsTract } from './command.ts'
import type { Command } from './command.ts'

export const graphCommands = {
  'graph.fold': {
    id: 'graph.fold', group: 'view', scope: 'list', icon: FoldVertical, keys: ['Shift+F'],
    title: ({ tract }) => (tract !== null && isFolded(tract, shownView()) ? `Show every ${words().step} in the graph` : 'Fold long runs in the graph'),
    whyNot: needsTract,
    run: ({ tract }) => tract !== null && toggleFolds(tract, shownView()),
  },
  'graph.zoomIn': { ...move('graph.zoomIn', 'Zoom in', (camera) => camera.zoom('in')), icon: Plus, keys: ['+', '='] },
  'graph.zoomOut': { ...move('graph.zoomOut', 'Zoom out', (camera) => camera.zoom('out')), icon: Minus, keys: ['-'] },
  'graph.fit': { ...move('graph.fit', 'Show the whole graph', (camera) => camera.fit()), icon: Maximize, keys: ['0'] },
  'graph.centreHead': { ...move('graph.centreHead', 'Go to where you are', (camera) => camera.centreHead()), icon: LocateFixed, keys: ['H'] },
} as const satisfies Record<string, Command>

function move(id: string, title: string, run: (camera: Camera) => void): Pick<Command, 'id' | 'group' | 'scope' | 'title' | 'whyNot' | 'run'> {
  return {
    id, group: 'view', scope: 'list',
    title: () => title,
    whyNot: () => (useCamera.getState().camera === null ? 'Only in the layout Graph, where there are steps' : null),
    run: () => {
      const { camera } = useCamera.getState()
      if (camera !== null) run(camera)
    },
  }
}

const shownView = (): GraphView => (useView.getState().page.kind === 'graph' ? 'canvas' : 'rail')
