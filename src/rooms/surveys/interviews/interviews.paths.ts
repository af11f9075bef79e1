import { paths } from '../paths.ts'

const at = (part: string) => (series: string, wave: string) => `${paths.wave(series, wave)}/gesprekken${part}`

/** The pages about talks after a wave, in Dutch words, once. */
export const interviewPaths = {
  wave: at(''),
  round: at('/afspraak'),
  invite: at('/uitnodiging'),
  hold: (series: string, wave: string, interview: string) => at(`/gehouden/${interview}`)(series, wave),
  link: at('/stukken'),
  unlink: (series: string, wave: string, item: string) => at(`/stukken/${item}/los`)(series, wave),
  /** Behind the link of a sheet that was sent. */
  leave: (link: string) => `/invullen/${link}/gesprek`,
  left: '/gesprek-opgegeven',
  own: (link: string) => `/gesprek/${link}`,
  consent: (link: string) => `/gesprek/${link}/klopt`,
  agree: (link: string) => `/gesprek/${link}/ja`,
  decline: (link: string) => `/gesprek/${link}/nee`,
  stop: (link: string): `${string}/${string}` => `/gesprek-stoppen/${link}`,
}
