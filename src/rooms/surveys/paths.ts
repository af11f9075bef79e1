/** The pages of this room, in Dutch words, once. A wave is its year, so that no page of a series can be taken for one. */
const list = '/onderzoek/peilingen'
const series = (slug: string) => `${list}/${slug}`
const wave = (seriesSlug: string, waveSlug: string) => `${series(seriesSlug)}/${waveSlug}`

export const paths = {
  list,
  start: `${list}/nieuw`,
  series,
  changeSeries: (slug: string) => `${series(slug)}/wijzigen`,
  startWave: (slug: string) => `${series(slug)}/nieuwe-golf`,
  endPanel: (slug: string) => `${series(slug)}/panel-stoppen`,
  wave,
  changeWave: (s: string, w: string) => `${wave(s, w)}/instellen`,
  moveWave: (s: string, w: string) => `${wave(s, w)}/stand`,
  frame: (s: string, w: string) => `${wave(s, w)}/kader`,
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
