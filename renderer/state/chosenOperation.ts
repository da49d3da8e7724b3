import { create } from 'zustand'
import type { Operation } from '../../core/model/operation.ts'

/** The operation that the log points at; what can be done with one is done with this. */
export const useChosenOperation = create<{ readonly chosen: Operation | null }>()(() => ({ chosen: null }))

export const chooseOperation = (chosen: Operation | null): void => useChosenOperation.setState({ chosen })
