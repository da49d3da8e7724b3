import type { Json } from '../../core/model/json.ts'

/** What the tools of the sample gave back: long, mostly beside the point, as tools do. Always the same. */
export const sizeChart: Json = {
  brand: 'Northwind',
  model: 'Trail Runner',
  unit: 'cm',
  rows: Array.from({ length: 62 }, (_, nth) => sizeRow(20 + nth / 2)),
}

function sizeRow(eu: number): Json {
  const isChild = eu < 36
  const footLengthCm = Math.round((12.5 + (eu - 20) * (2 / 3)) * 10) / 10
  return { eu, uk: isChild ? `${eu - 18} kids` : eu - 34, us: isChild ? `${eu - 18} kids` : eu - 33.5, usWomen: isChild ? null : eu - 32, footLengthCm, wide: eu % 2 === 0, inStock: eu % 7 !== 0 }
}

const articles = ['Alpine Boot', 'Trail Runner', 'City Loafer', 'Harbour Sandal', 'Kids Sneaker', 'Winter Boot', 'Court Classic']
const cities = ['Hamburg', 'Lyon', 'Gent', 'Graz', 'Aarhus', 'Porto', 'Utrecht']

const dayMs = 86_400_000

export const ordersPage: Json = {
  customer: 'jonas.weber@example.com',
  page: 1,
  pages: 3,
  orders: Array.from({ length: 82 }, (_, nth) => ({
    order: `NW-${20417 - nth * 13}`,
    article: articles[nth % articles.length] ?? '',
    size: 36 + ((nth * 5) % 10),
    price: `EUR ${(59.9 + ((nth * 15) % 120)).toFixed(2)}`,
    delivered: new Date(Date.UTC(2026, 2, 2) - nth * 5 * dayMs).toISOString().slice(0, 10),
    city: cities[nth % cities.length] ?? '',
    carrier: nth % 2 === 0 ? 'DHL' : 'UPS',
    tracking: `00340434${String(161094000 + nth * 7919).padStart(9, '0')}`,
    status: nth % 9 === 4 ? 'returned' : 'delivered',
  })),
}

export const policy: Json = {
  policy: 'R-4',
  title: 'Returns and refunds',
  region: 'EU',
  version: 4,
  validFrom: '2026-01-01',
  sections: [
    { no: '4.1', text: 'A customer may return shoes within 30 days. The time starts on the day of delivery as recorded by the carrier. The version before (R-3) gave 60 days; it holds only for orders of 2025.' },
    { no: '4.2', text: 'Shoes must be unworn outdoors and in the original box. Light marks on the sole are accepted; the warehouse decides within four working days, with photos within one.' },
    { no: '4.3', text: 'Refunds go to the original payment method after the warehouse has scanned the parcel. Shipping is refunded for the cheapest standard delivery only.' },
    { no: '4.4', text: 'With a gift receipt the refund is a gift card for the price paid. The buyer is not told. Without any receipt only an exchange is possible.' },
    { no: '4.5', text: 'Sale items can be exchanged for another size or turned into a gift card within 14 days. They are not refunded in money unless they are faulty.' },
    { no: '4.6', text: 'Faulty shoes are covered for two years. The customer sends photos of the fault and the order number; repair comes first, then replacement, then refund.' },
    { no: '4.7', text: 'An order that was sent in several parcels has one time limit for each parcel. Bundles are returned whole, otherwise the price of the single article is deducted.' },
    { no: '4.8', text: 'Returns from Switzerland and Norway need the customs form CN23. Duties that were paid on the way in are claimed back from the carrier by the customer.' },
    { no: '4.9', text: 'Return labels are free in Germany, Austria, France, Belgium and the Netherlands. Elsewhere EUR 4.90 are deducted from the refund, and nothing for faulty shoes.' },
  ],
  changedBy: 'legal@northwind.example',
  checksum: 'c4d2-77ab-90f1',
}

export const delivery: Json = {
  topic: 'delivery',
  region: 'EU',
  rules: ['A parcel counts as delivered when the carrier has scanned it at the door or in a locker.', 'Deliveries after noon are booked on the next working day in the accounts; time limits for customers are not moved by that.'],
}
