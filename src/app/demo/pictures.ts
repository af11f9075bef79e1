/** A drawing of our own: two people at a table, in the colours of the plein. No photo, so nobody is in it. */
export const drawingOfDuo = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="750" viewBox="0 0 1200 750">
  <rect width="1200" height="750" fill="#e9f3f2"/>
  <rect x="120" y="90" width="260" height="200" rx="12" fill="#ffffff"/>
  <path d="M250 90v200M120 190h260" stroke="#d3dddc" stroke-width="8"/>
  <circle cx="390" cy="330" r="80" fill="#a8431b"/>
  <path d="M270 620c0-110 50-190 120-190s120 80 120 190z" fill="#a8431b"/>
  <circle cx="810" cy="330" r="80" fill="#0b5c62"/>
  <path d="M690 620c0-110 50-190 120-190s120 80 120 190z" fill="#0b5c62"/>
  <rect x="180" y="560" width="840" height="34" rx="10" fill="#14282b"/>
  <path d="M260 594v140M940 594v140" stroke="#14282b" stroke-width="26"/>
  <path d="M560 560c0-40 80-40 80 0z" fill="#ffc94d"/>
  <path d="M470 220c60-50 200-50 260 0" fill="none" stroke="#14282b" stroke-width="10" stroke-dasharray="4 26" stroke-linecap="round"/>
</svg>`

/** Which item shows it since how many days, and what is said about it. */
export const demoPicture = {
  item: 'werken-in-een-duo',
  organisation: 'collectief-ondervonden',
  editor: 'tessa-brouwer',
  daysAgo: 35,
  alt: 'Twee mensen zitten tegenover elkaar aan een tafel en praten.',
  maker: 'Ervaringsplein',
  licence: 'CC0-1.0',
} as const
