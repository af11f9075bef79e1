/** What a picture may be, and what is made of it. Sizes in bytes, pixels or milliseconds. */
export const limits = {
  /** Of the file that is sent. */
  bytes: 10 * 1024 * 1024,
  /** Width times height, before anything is unpacked. Most telephones make 12 to 50 million. */
  pixels: 64_000_000,
  /** Reading width is 608 pixels; the widest is for screens with two pixels in one. */
  widths: [400, 800, 1_200],
  /** A picture is at most this high: a strip of a whole page is no picture. */
  height: 4_000,
  /** Of each file that is made. */
  fileBytes: 60_000,
  time: 20_000,
  /** How many wait for their turn; one is made at a time. */
  waiting: 8,
} as const
