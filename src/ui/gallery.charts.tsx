import { ShareChart, type ChartRow, type ChartShare } from './charts.tsx'
import { Page, type PageFrame } from './layout.tsx'
import { Columns, Heading, Paragraph } from './typography.tsx'

const shown = (count: number, answered: number, lower?: number, upper?: number): ChartShare => ({
  status: 'shown',
  count,
  answered,
  share: answered < 10 ? null : count / answered,
  interval: lower === undefined || upper === undefined ? null : { lower, upper },
})

const hidden: ChartShare = { status: 'hidden' }

const works: ChartRow[] = [
  { label: 'Ja', shares: [shown(51, 93, 0.456, 0.639), shown(45, 69, 0.537, 0.755)] },
  { label: 'Nee, maar we denken erover', shares: [shown(12, 93, 0.077, 0.208), shown(12, 69, 0.101, 0.28)] },
  { label: 'Nee', shares: [shown(30, 93, 0.237, 0.421), shown(12, 69, 0.101, 0.28)] },
]

const roles: ChartRow[] = [
  { label: 'Als vrijwilliger', shares: [shown(33, 42, 0.643, 0.884)] },
  { label: 'Hulp of ondersteuning aan een persoon of gezin', shares: [shown(23, 42, 0.399, 0.688)] },
  { label: 'Samen met een andere begeleider', shares: [shown(17, 42, 0.271, 0.555)] },
  { label: 'Bij beleid en ontwikkeling', shares: [shown(9, 42, 0.117, 0.359)] },
  { label: 'Lid van een sociaal team', shares: [shown(7, 42, 0.083, 0.306)] },
  { label: 'Iets anders', shares: [hidden] },
  { label: 'In het bestuur', shares: [shown(0, 42, 0, 0.084)] },
]

/** Charts with one wave, two waves, hidden figures and counts without a percentage. */
export const ChartsSample = ({ frame }: { frame: PageFrame }) => {
  const { lang } = frame
  return (
    <Page frame={frame} title="Grafieken" wide>
      <Heading level={1}>Grafieken</Heading>
      <Paragraph lead>Bij elke grafiek staan dezelfde cijfers als tabel.</Paragraph>
      <Heading level={2}>Een peiling, meer antwoorden mogelijk</Heading>
      <ShareChart id="rollen" lang={lang} caption="Wat doen zij?" waves={['2020']} rows={roles} several />
      <Heading level={2}>Twee peilingen, vraag veranderd</Heading>
      <ShareChart
        id="werkt"
        lang={lang}
        caption="Werkt je organisatie met ervaringsdeskundigen?"
        waves={['2018', '2020']}
        rows={works}
        join="changed"
      />
      <Columns broad>
        <div>
          <Heading level={2}>Iedereen die meedeed</Heading>
          <ShareChart
            id="allen"
            lang={lang}
            caption="Werkt met ervaringsdeskundigen"
            waves={['Najaar 2018', 'Najaar 2020']}
            rows={works.slice(0, 1)}
            join="same"
            open
          />
        </div>
        <div>
          <Heading level={2}>Wie twee keer meedeed</Heading>
          <ShareChart
            id="paneel"
            lang={lang}
            caption="Werkt met ervaringsdeskundigen"
            waves={['Najaar 2018', 'Najaar 2020']}
            rows={[
              { label: 'Ja', shares: [shown(5, 8), shown(6, 8)] },
              { label: 'Nee', shares: [hidden, hidden] },
            ]}
            open
          />
        </div>
      </Columns>
    </Page>
  )
}
