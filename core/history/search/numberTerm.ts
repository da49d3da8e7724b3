import { Fault } from '../../model/fault.ts'
import type { Condition } from '../../model/search.ts'
import type { NumberTerm } from '../../store/searchRows.ts'

const operators = ['ne', 'lt', 'lte', 'gt', 'gte'] as const

/** A condition on a number as the store compares it. Faults: `query/bad-operator`. */
export function toNumberTerm(field: string, condition: Condition<number>): NumberTerm {
  if (typeof condition === 'number') return checked(field, 'eq', [condition])
  const [[name, value] = ['', null], more] = Object.entries(condition) as [string, unknown][]
  if (name === 'in' && Array.isArray(value)) return checked(field, 'in', value)
  const operator = operators.find((known) => known === name)
  if (operator === undefined || more !== undefined) throw new Fault('query/bad-operator', { field, operator: Object.keys(condition).join(', ') })
  return checked(field, operator, [value])
}

function checked(field: string, operator: NumberTerm['operator'], values: readonly unknown[]): NumberTerm {
  const numbers = values.filter((value): value is number => typeof value === 'number' && Number.isFinite(value))
  if (numbers.length !== values.length) throw new Fault('config/bad-value', { field, found: String(values.find((value) => !numbers.includes(value as number))) })
  return { operator, values: numbers }
}
