/** What the columns are called. */
export const letters = ['A', 'B', 'C', 'D'] as const
