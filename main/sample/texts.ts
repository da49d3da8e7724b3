/** The first line of the sample's instruction: the demo model knows the sample by it. */
export const opening = 'You are the support agent of Northwind Shoes, an online shop in the EU.'

export const instruction = `${opening}

Answer customers by e-mail and in the chat. Be short and friendly, and never use exclamation marks. Say what you know from the policy or from a tool, and say so when you don't know. Dates are written as 4 March 2026, prices in euros with two decimals.

You have three tools:
- lookup_policy(topic, region): the text of our policy, newest version.
- search_orders(customer, page): the orders of a customer, newest first.
- size_chart(brand, region): foot length and sizes.

Use a tool before you answer anything about time limits, orders or sizes. Quote the policy by its number. When a customer is angry, answer the question first and apologise once. Never ask for a password, a card number or a copy of an identity card.`

/** The small talk that a summary stands for. */
export const settling: readonly (readonly ['user' | 'assistant', string])[] = [
  ['user', 'Before we begin: how do you greet a customer who writes for the second time on the same day?'],
  ['assistant', 'With their first name and nothing more. A greeting in every mail of a thread reads like a form letter, so I greet once a day and go straight to the point after that.'],
  ['user', 'Good. And how do you sign?'],
  ['assistant', '“Northwind Shoes, customer care”, without a personal name. The case number stands in the line below, so that a colleague can take over.'],
  ['user', 'Our catalogue has moved. Link to it only when somebody asks for a product.'],
  ['assistant', 'Understood: the catalogue is linked only when a product is asked for, and then the page of that product, not the front page.'],
  ['user', 'Some customers write in German or French. What do you do?'],
  ['assistant', 'I answer in the language of the last message. Names of products and of the policy stay in English, because that is how they are printed on the parcel.'],
  ['user', 'Fine. Let us take some real questions.'],
]
export const settled =
  'Agreed on the tone: greet by first name and once a day, no exclamation marks, sign as “Northwind Shoes, customer care” with the case number below. Link the catalogue only when a product is asked for, then to the page of that product. Answer in the language of the last message; product and policy names stay in English.'

export const sizes = {
  ask: 'A customer wears size 43 in Germany and wants the Trail Runner. Which size is that in the US?',
  answer:
    'EU 43 is **US 9.5** for men and US 11 for women in the Trail Runner, for a foot of 27.5 cm.\n\nThe Trail Runner runs slightly small: between two sizes, take the larger one. Exchanging it for another size is free, and the label for that lies in the parcel.',
  askAgain: 'And for a child with size 31?',
  answerAgain: 'EU 31 is **US 13 kids** (foot length 19.5 cm). From EU 36 on the adult chart holds.',
}

export const worn = {
  ask: 'Jonas Weber wore his boots outside once. Can he still send them back? He wrote from jonas.weber@example.com.',
  answer:
    'His order NW-20417 (Alpine Boot, EUR 149.90) was delivered on 2 March 2026. Boots that were worn outdoors are accepted when the sole shows no more than light marks; the warehouse decides, and the refund may be lower than the price.\n\nHe should send a photo of both soles with the return, so that the decision takes one day instead of four.',
}

export const rule = 'A rule for every answer from now on: never promise a date for a refund before the warehouse has scanned the parcel.'

export const returns = {
  ask: 'How long can customers return shoes?',
  wrong: 'Customers can return shoes within **60 days**, as long as they are unworn outdoors and in the original box.\n\n- The refund goes to the original payment method, after the warehouse has scanned the parcel.\n- Sale items can be exchanged or turned into a gift card.',
  start: 'Does the time start at purchase or at delivery?',
  answer: 'It starts on the **day of delivery**, taken from the last scan of the carrier. If an order came in two parcels, each parcel has its own time limit.',
  other: 'The period starts on the next working day after delivery, because deliveries after noon count for the day that follows.',
  last: 'And if it was a gift, and the customer only has a gift receipt?',
}
