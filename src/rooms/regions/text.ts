import type { Day } from '../../lib/days.ts'
import { bothLanguages, longDate } from '../../lib/words.ts'
import type { Lang } from '../../lib/words.ts'
import type { Certainty, RegionType } from './geography.rules.ts'
import type { FoundPlace } from './places.rules.ts'

const dayInWords = (day: Day, lang: Lang) => longDate(new Date(`${day}T12:00:00Z`), lang)

type Names = Readonly<Record<RegionType, string>>

const regionTypesNl: Names = {
  province: 'provincie',
  'safety-region': 'veiligheidsregio',
  'public-health-region': 'GGD-regio',
  'youth-region': 'jeugdregio',
  'labour-market-region': 'arbeidsmarktregio',
  'care-office-region': 'zorgkantoorregio',
  'shelter-region': 'regio voor opvang en beschermd wonen',
}

const regionTypesEn: Names = {
  province: 'province',
  'safety-region': 'safety region',
  'public-health-region': 'public health region',
  'youth-region': 'youth care region',
  'labour-market-region': 'labour market region',
  'care-office-region': 'care office region',
  'shelter-region': 'region for shelter and sheltered housing',
}

const certaintiesNl: Readonly<Record<Certainty, string>> = {
  high: 'zeker',
  medium: 'vrij zeker',
  low: 'niet zeker, vraag het na bij de regio',
}

const certaintiesEn: Readonly<Record<Certainty, string>> = {
  high: 'certain',
  medium: 'fairly certain',
  low: 'not certain, please check with the region',
}

const sourcesNl: Readonly<Record<string, string>> = {
  'cbs-2016-updated': 'CBS, Gebieden in Nederland 2016, bijgewerkt met de herindelingen tot en met 2023',
  'cbs-2023': 'CBS, gebiedsindelingen 2023',
  'cbs-2025': 'CBS, gebiedsindelingen 2025',
  'cbs-2025-in-part': 'CBS, gebiedsindelingen 2025 en 2016',
  reconstruction: 'Eigen werk, op grond van de 43 centrumgemeenten die de wet noemt',
}

const sourcesEn: Readonly<Record<string, string>> = {
  'cbs-2016-updated': 'CBS, areas in the Netherlands 2016, with the mergers up to 2023',
  'cbs-2023': 'CBS, divisions into areas 2023',
  'cbs-2025': 'CBS, divisions into areas 2025',
  'cbs-2025-in-part': 'CBS, divisions into areas 2025 and 2016',
  reconstruction: 'Our own work, from the 43 centre municipalities that the law names',
}

/** Where the membership of a region comes from, for readers; undefined for a source that has no sentence. */
export const sourceInWords = (id: string, lang: Lang): string | undefined => (lang === 'nl' ? sourcesNl : sourcesEn)[id]

export const text = bothLanguages(
  {
    place: {
      label: 'Gemeente of plaats',
      hint: 'Bijvoorbeeld Utrecht, Den Bosch of Hoofddorp. Een oude naam mag ook.',
      unknown: 'Deze plaats kennen wij niet.',
      choose: 'Welke plaats bedoel je?',
      nearest: 'Bedoel je een van deze plaatsen?',
      none: 'Geen plaats gevonden. Typ de naam van je gemeente.',
      found: ({ municipality, via, as, since }: FoundPlace): string =>
        since
          ? `${as} hoort sinds ${dayInWords(since, 'nl')} bij de gemeente ${municipality.name}.`
          : via === 'town'
            ? `${as} ligt in de gemeente ${municipality.name}.`
            : via === 'alias'
              ? `${as} is de gemeente ${municipality.name}.`
              : `Gemeente ${municipality.name}.`,
    },
    page: {
      title: (name: string) => `Gemeente ${name}`,
      lead: (name: string, province: string) => `${name} ligt in de provincie ${province}.`,
      code: 'Code van het CBS',
      aliases: 'Andere namen',
      regions: 'Bij welke regio’s hoort deze gemeente?',
      region: 'Regio',
      kind: 'Soort regio',
      certainty: 'Hoe zeker is dit?',
      source: 'Bron',
      former: 'Vroeger waren dit eigen gemeenten',
      formerLine: (name: string, day: string) => `${name}, tot ${day}`,
      next: 'Wat kun je hier doen?',
      search: (name: string) => `Zoek wat er is over ${name}`,
      ask: 'Stel je vraag',
      splitTitle: 'Deze gemeente is verdeeld',
      split: 'De gemeente met deze code bestaat niet meer. Zij hoort nu bij meer dan één gemeente.',
    },
    regionTypes: regionTypesNl,
    certainties: certaintiesNl,
    credit: 'Bron: CBS, CC BY 4.0, bewerkt.',
    shelterNote:
      'Welke gemeenten samen een regio voor opvang vormen, is nog niet overal nagevraagd. Daarom staat erbij hoe zeker het is.',
  },
  {
    place: {
      label: 'Municipality or place',
      hint: 'For example Utrecht, Den Bosch or Hoofddorp. A former name is fine too.',
      unknown: 'We do not know this place.',
      choose: 'Which place do you mean?',
      nearest: 'Do you mean one of these places?',
      none: 'No place found. Type the name of your municipality.',
      found: ({ municipality, via, as, since }: FoundPlace): string =>
        since
          ? `${as} has been part of the municipality of ${municipality.name} since ${dayInWords(since, 'en')}.`
          : via === 'town'
            ? `${as} lies in the municipality of ${municipality.name}.`
            : via === 'alias'
              ? `${as} is the municipality of ${municipality.name}.`
              : `Municipality of ${municipality.name}.`,
    },
    page: {
      title: (name: string) => `Municipality of ${name}`,
      lead: (name: string, province: string) => `${name} lies in the province of ${province}.`,
      code: 'Code of Statistics Netherlands (CBS)',
      aliases: 'Other names',
      regions: 'To which regions does this municipality belong?',
      region: 'Region',
      kind: 'Kind of region',
      certainty: 'How certain is this?',
      source: 'Source',
      former: 'These used to be municipalities of their own',
      formerLine: (name: string, day: string) => `${name}, until ${day}`,
      next: 'What can you do here?',
      search: (name: string) => `Search what there is about ${name}`,
      ask: 'Ask your question',
      splitTitle: 'This municipality was divided',
      split: 'The municipality with this code no longer exists. It now belongs to more than one municipality.',
    },
    regionTypes: regionTypesEn,
    certainties: certaintiesEn,
    credit: 'Source: CBS, CC BY 4.0, adapted.',
    shelterNote:
      'It has not been checked everywhere which municipalities form a shelter region together. That is why we say how certain it is.',
  },
)
