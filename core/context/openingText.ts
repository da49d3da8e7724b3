/** The words of the person where a provider wants a person to begin and none is shown. */
export const openingText = '(Start of the conversation.)'
