/**
 * What the page may do, as the browser holds it to: run our own scripts and styles, talk to us, and nothing else. React sets styles through the
 * object model, which needs no permission for inline ones.
 */
export const contentPolicy: readonly string[] = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types tract',
]

export const contentSecurityPolicy = contentPolicy.join('; ')

/** None of them is used, and each would be a way to more than this window. */
const deniedFeatures = ['camera', 'microphone', 'geolocation', 'display-capture', 'usb', 'serial', 'hid', 'midi', 'payment', 'clipboard-read']

/** On every answer, refusals too. No header ever lets another origin read anything. */
export const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  'Permissions-Policy': deniedFeatures.map((name) => `${name}=()`).join(', '),
} as const
