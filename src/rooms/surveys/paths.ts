/** The pages of this room, in Dutch words, once. A wave is its year, so that no page of a series can be taken for one. */
const research = '/onderzoek'
const list = `${research}/peilingen`
const series = (slug: string) => `${list}/${slug}`
const wave = (seriesSlug: string, waveSlug: string) => `${series(seriesSlug)}/${waveSlug}`

export const paths = {
  /** What waits, and the way to everything else. */
  research,
  list,
  start: `${list}/nieuw`,
  series,
  changeSeries: (slug: string) => `${series(slug)}/wijzigen`,
  startWave: (slug: string) => `${series(slug)}/nieuwe-golf`,
  endPanel: (slug: string) => `${series(slug)}/panel-stoppen`,
  wave,
  changeWave: (s: string, w: string) => `${wave(s, w)}/instellen`,
  /** Before a wave is opened or closed: what will happen. */
  opening: (s: string, w: string) => `${wave(s, w)}/opening`,
  closing: (s: string, w: string) => `${wave(s, w)}/sluiting`,
  moveWave: (s: string, w: string) => `${wave(s, w)}/stand`,
  reckon: (s: string, w: string) => `${wave(s, w)}/berekening`,
  frame: (s: string, w: string) => `${wave(s, w)}/kader`,
  ownFrame: (s: string, w: string) => `${wave(s, w)}/kader-van-hier`,
  copyFrame: (s: string, w: string) => `${wave(s, w)}/kader-overnemen`,
  trials: (s: string, w: string) => `${wave(s, w)}/proefplaatsen`,
  removeTrial: (s: string, w: string, place: string) => `${wave(s, w)}/proefplaatsen/${place}/weg`,
  upload: (s: string, w: string, upload: string) => `${wave(s, w)}/kader/${upload}`,
  layAside: (s: string, w: string, upload: string) => `${wave(s, w)}/kader/${upload}/weg`,
  comparing: (s: string, w: string) => `${wave(s, w)}/vergelijken`,
  declare: (s: string, w: string, earlier: string) => `${wave(s, w)}/vergelijken/${earlier}`,
  bridge: (s: string, w: string, earlier: string, question: string) =>
    `${wave(s, w)}/vergelijken/${earlier}/${question}`,
  plan: (s: string, w: string) => `${wave(s, w)}/plan`,
}
