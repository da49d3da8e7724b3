/** Files that a test had its hands in: what they hold need not be true any more. */
export const damagedFiles = new Set<string>()
