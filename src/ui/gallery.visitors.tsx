import { Card, Cards } from './cards.tsx'
import {
  ButtonGroup,
  ButtonLink,
  Checkbox,
  CheckboxGroup,
  CodeField,
  DateField,
  EmailField,
  ErrorSummary,
  Fieldset,
  Form,
  NumberField,
  RadioGroup,
  Related,
  Select,
  SubmitButton,
  SuggestField,
  TextArea,
  TextField,
} from './fields.tsx'
import { FoldedCheckboxGroup } from './fold.tsx'
import { Hero } from './hero.tsx'
import { href, Page, type PageFrame } from './layout.tsx'
import { SearchBox } from './search-box.tsx'
import { Steps } from './steps.tsx'
import { Tags } from './tags.tsx'
import { Heading, Paragraph } from './typography.tsx'

/** What visitors see first: the home page and a long form. Texts are samples; rooms bring their own. */
export const HomeSample = ({ frame }: { frame: PageFrame }) => {
  const { lang } = frame
  const doors: readonly (readonly [string, string, string])[] = [
    ['/zoeken', 'Kennis zoeken', 'Lees wat anderen al hebben uitgezocht en meegemaakt.'],
    ['/vraag', 'Advies vragen', 'Twee ervaringsdeskundigen denken met je mee. Gratis.'],
    ['/begrippen', 'Woorden begrijpen', 'Korte uitleg bij woorden die vaak terugkomen.'],
    ['/inloggen', 'Zelf meedenken', 'Ben je ervaringsdeskundige? Kies zelf waar je over meedenkt.'],
    ['/over', 'Zien hoe het werkt', 'Wie maken dit plein, en wat doen we met je gegevens?'],
  ]
  return (
    <Page frame={frame} title="Kennis van mensen die het hebben meegemaakt" wide>
      <Hero
        title="Leer van mensen die het zelf hebben meegemaakt"
        lead="Zoek in hun kennis over schulden, zorg, wonen en meer. Staat je antwoord er niet bij? Stel dan je vraag."
      >
        <SearchBox lang={lang} large />
        <ButtonGroup>
          <ButtonLink href={href(lang, '/vraag')} look="secondary">
            Stel je vraag
          </ButtonLink>
        </ButtonGroup>
      </Hero>
      <Heading level={2}>Wat kun je hier doen?</Heading>
      <Cards grid>
        {doors.map(([path, title, summary]) => (
          <Card href={href(lang, path)} title={title} summary={summary} />
        ))}
      </Cards>
      <Heading level={2}>Nieuw op het plein</Heading>
      <Cards>
        <Card
          kind="Praktijkvoorbeeld"
          href="#"
          title="Een brief over schulden die mensen wél openen"
          summary="Een gemeente schreef haar eerste brief opnieuw, samen met mensen die zelf schulden hadden. Zes van de tien mensen belden terug."
          meta={['Gecontroleerd op 3 november 2026', 'Uit een vraag aan het plein']}
        >
          <Tags lang={lang} tags={[{ label: 'Schulden', href: '#' }, { label: 'Gemeente' }]} />
        </Card>
        <Card
          kind="Handreiking"
          href="#"
          title="Zo begin je met een naaste aan tafel"
          summary="Vijf vragen die je stelt voordat je een familielid uitnodigt om mee te praten over beleid."
          meta={['Gecontroleerd op 28 oktober 2026']}
        />
      </Cards>
    </Page>
  )
}

const formErrors = {
  vraag: 'Schrijf je vraag op. Een paar zinnen is genoeg.',
  soort: 'Kies wat het beste past.',
  email: 'Vul een e-mailadres in met een @, bijvoorbeeld naam@voorbeeld.nl.',
}

export const FormSample = ({ frame, failed }: { frame: PageFrame; failed?: boolean }) => {
  const { lang } = frame
  const errors: Partial<typeof formErrors> = failed ? formErrors : {}
  return (
    <Page frame={frame} title="Stel je vraag" errors={errors}>
      <ErrorSummary errors={errors} lang={lang} labels={{ vraag: 'Je vraag', soort: 'Soort organisatie' }} />
      <Steps
        lang={lang}
        current={2}
        steps={[{ title: 'Je vraag', href: '#' }, { title: 'Over je organisatie' }, { title: 'Hoe bereiken we je?' }]}
      />
      <Heading level={1}>Stel je vraag</Heading>
      <Paragraph lead>
        Vertel in je eigen woorden wat je wilt weten. Twee mensen met ervaring denken met je mee.
      </Paragraph>
      <Form action="#" idempotencyKey="3f0c" keep="vraag" lang={lang}>
        <TextArea
          name="vraag"
          label="Wat is je vraag?"
          hint="Schrijf geen namen of adressen van anderen op."
          required
          maxLength={10_000}
          error={errors.vraag}
          lang={lang}
        />
        <Related src="/zoeken/suggesties" field="vraag" method="post" lang={lang} />
        <RadioGroup
          name="soort"
          label="Wat voor organisatie ben je?"
          required
          error={errors.soort}
          value="gemeente"
          lang={lang}
          options={[
            { value: 'gemeente', label: 'Gemeente' },
            { value: 'zorg', label: 'Zorg of hulp', hint: 'Bijvoorbeeld een wijkteam of een opvang' },
            { value: 'clienten', label: 'Organisatie van cliënten of naasten' },
            { value: 'anders', label: 'Iets anders' },
          ]}
        />
        <CheckboxGroup
          name="themas"
          label="Waar gaat het over?"
          hint="Je mag meer dan één ding kiezen."
          value={['schulden']}
          lang={lang}
          options={[
            { value: 'schulden', label: 'Schulden en geld' },
            { value: 'wonen', label: 'Wonen' },
            { value: 'vol', label: 'Werk', hint: 'Hierover denkt nu niemand mee', disabled: true },
          ]}
        />
        <FoldedCheckboxGroup
          name="voorwie"
          label="Voor wie is het?"
          value={['ouders']}
          lang={lang}
          options={[
            { value: 'ouders', label: 'Ouders' },
            { value: 'jongeren', label: 'Jongeren' },
          ]}
        />
        <SuggestField
          name="plaats"
          label="In welke plaats speelt het?"
          hint="Bijvoorbeeld: Den Bosch"
          src="/plaatsen.json"
          lang={lang}
        />
        <Fieldset legend="Hoe bereiken we je?" hint="Alleen het team van het plein leest dit.">
          <TextField name="naam" label="Je naam" required autocomplete="name" value="Fenna de Wit" lang={lang} />
          <EmailField
            name="email"
            label="Je e-mailadres"
            hint="We sturen hier het antwoord naartoe. We bewaren het twee jaar."
            required
            value="fenna.voorbeeld"
            error={errors.email}
            lang={lang}
          />
          <DateField name="wanneer" label="Wanneer heb je het antwoord nodig?" lang={lang} />
          <NumberField name="aantal" label="Om hoeveel mensen gaat het?" unit="mensen" value="25" lang={lang} />
          <Select
            name="taal"
            label="In welke taal praat je het liefst?"
            lang={lang}
            options={[
              { value: 'nl', label: 'Nederlands' },
              { value: 'en', label: 'Engels' },
            ]}
          />
          <CodeField name="code" label="Je code" hint="Zes cijfers uit de mail" required value="204 816" lang={lang} />
        </Fieldset>
        <Checkbox
          name="akkoord"
          label="Ik heb gelezen wie mijn vraag mag zien"
          hint="Je kunt je vraag altijd weer intrekken."
          required
          lang={lang}
        />
        <ButtonGroup>
          <SubmitButton>Volgende stap</SubmitButton>
          <ButtonLink href="#" look="subtle">
            Terug
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
