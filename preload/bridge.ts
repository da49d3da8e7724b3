/** What the page finds in its window when a desktop host shows it; absent in a browser. */
export type TractHost = { readonly kind: 'electron' }

/** The page posts this to its own window, with one end of a `MessageChannel`, and talks to the app over the other. */
export const portMessage = 'orpc:port'
