import { customContentType } from 'tract-studio'
import { z } from 'zod'

declare module 'tract-studio' {
  interface ContentTypes {
    ticket: { readonly number: number; readonly title: string }
  }
}

/** A content type of a program's own. */
export const ticketType = customContentType({
  type: 'ticket',
  schema: z.strictObject({ number: z.number(), title: z.string() }),
  role: 'user',
  render: ({ number, title }) => `Ticket ${number}: ${title}`,
})
