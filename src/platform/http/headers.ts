/** The headers that every answer carries. No inline script or style is allowed, so pages need none of their exceptions. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not no-referrer: browsers then send `Origin: null` with our own forms.
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** For production behind https. */
export const strictTransport = 'max-age=63072000; includeSubDomains'

export const publicCaching = 'public, max-age=0, must-revalidate'
/** For a file that never changes under its address. No cache between us and its reader may keep it: it can be withdrawn. */
export const lastingCaching = 'private, max-age=31536000, immutable'
export const noCaching = 'no-store'
