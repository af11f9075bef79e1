/** The pages of this room, in Dutch words, once. */
export const paths = {
  decisions: '/wie-beslist-hier',
  decision: (proposal: string) => `/wie-beslist-hier/${proposal}`,
  vision: '/visie',
  visionVersion: (version: string) => `/visie/${version}`,
  seats: '/samen/zetels',
  endSeat: (seat: string) => `/samen/zetels/${seat}/einde`,
  proposal: (proposal: string) => `/samen/voorstellen/${proposal}`,
  vote: (proposal: string) => `/samen/voorstellen/${proposal}/stem`,
  decide: (proposal: string) => `/samen/voorstellen/${proposal}/besluit`,
  writeVision: '/samen/visie',
  position: '/samen/visie/standpunt',
  mine: '/mijn/zetel',
  takeSeat: (seat: string) => `/mijn/zetel/${seat}`,
  leaveSeat: (seat: string) => `/mijn/zetel/${seat}/nee`,
  voteByLink: (link: string) => `/stem/${link}`,
}
