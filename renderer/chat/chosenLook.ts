/** A tint behind a step that is chosen together with others, from edge to edge, so that it shows on every kind of card. */
export const chosenLook = "isolate after:pointer-events-none after:absolute after:-inset-x-3 after:-inset-y-1.5 after:-z-1 after:rounded-lg after:bg-selected after:content-['']"
