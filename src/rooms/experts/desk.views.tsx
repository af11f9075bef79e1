import { type Lang, withCapital } from '../../lib/words.ts'
import { Card, Cards } from '../../ui/cards.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ButtonGroup, Form, Select, SubmitButton } from '../../ui/fields.tsx'
import { Fold } from '../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Heading, Link, Paragraph } from '../../ui/typography.tsx'
import { municipalityName, provinces } from '../regions/public.ts'
import { expertRoles, labelOf, perspectives, themes } from '../terms/public.ts'
import { deskWords } from './desk.text.ts'
import { languageName } from './languages.ts'
import { paths } from './paths.ts'
import { daysSince, type Load, type Profile, type Wishes } from './profile.rules.ts'

/** What the address bar asks for; absent: does not matter. */
export type Filter = Readonly<Partial<Record<'theme' | 'role' | 'perspective' | 'province', string>>>

export type ListedExpert = { readonly profile: Profile; readonly load: Load; readonly full: boolean }

const labelsOf = (ids: readonly string[], lang: Lang) =>
  withCapital(ids.length === 0 ? deskWords[lang].nothing : ids.map((id) => labelOf(id, lang)).join(', '))

const placesOf = (wishes: Wishes, lang: Lang) => {
  const names = [
    ...provinces()
      .filter((province) => wishes.provinces.includes(province.code))
      .map((province) => province.name),
    ...wishes.municipalities.map((code) => municipalityName(code) ?? code),
    ...(wishes.online ? [deskWords[lang].online] : []),
  ]
  return withCapital(names.length === 0 ? deskWords[lang].nothing : names.join(', '))
}

export const ExpertsPage = (props: {
  frame: PageFrame
  filter: Filter
  experts: readonly ListedExpert[]
  paused: number
  now: Date
}) => {
  const { frame, filter, experts } = props
  const { lang } = frame
  const words = deskWords[lang]
  const filtered = Object.keys(filter).length > 0
  const options = (list: readonly { id: string; label: { nl: string; en: string } }[]) =>
    list.map((term) => ({ value: term.id, label: term.label[lang] }))
  return (
    <Page frame={frame} title={words.title} wide>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <Fold title={words.filter.heading} open={filtered}>
        <Form action={href(frame, paths.list)} method="get" lang={lang}>
          {(
            [
              ['thema', words.filter.theme, options(themes), filter.theme],
              ['rol', words.filter.role, options(expertRoles), filter.role],
              ['invalshoek', words.filter.perspective, options(perspectives), filter.perspective],
              [
                'provincie',
                words.filter.province,
                provinces().map((province) => ({ value: province.code, label: province.name })),
                filter.province,
              ],
            ] as const
          ).map(([name, label, choices, value]) => (
            <Select
              name={name}
              label={label}
              required
              empty={words.filter.any}
              options={choices}
              value={value ?? ''}
              lang={lang}
            />
          ))}
          <ButtonGroup>
            <SubmitButton>{words.filter.show}</SubmitButton>
          </ButtonGroup>
        </Form>
      </Fold>
      {filtered ? (
        <Paragraph>
          <Link href={href(frame, paths.list)}>{words.filter.clear}</Link>
        </Paragraph>
      ) : null}
      {experts.length === 0 ? (
        <Empty title={filtered ? words.none : words.noneYet} sentence={filtered ? words.noneHint : undefined} />
      ) : (
        <>
          <Heading level={2}>{words.count(experts.length)}</Heading>
          <Cards>
            {experts.map(({ profile, load, full }) => (
              <Card
                href={href(frame, paths.profile(profile.person))}
                title={profile.shownName}
                summary={labelsOf(profile.wishes.themes, lang)}
                meta={[
                  labelsOf(profile.wishes.roles, lang),
                  placesOf(profile.wishes, lang),
                  words.running(load.running),
                  words.asked(daysSince(load.lastAskedAt, props.now)),
                  ...(full ? [words.full(profile.maxRunning)] : []),
                ]}
              />
            ))}
          </Cards>
        </>
      )}
      {props.paused === 0 ? null : <Paragraph>{words.paused(props.paused)}</Paragraph>}
    </Page>
  )
}

export const ExpertPage = (props: {
  frame: PageFrame
  profile: Profile & { readonly boundary: string | null }
  load: Load
  full: boolean
  now: Date
}) => {
  const { frame, profile, load } = props
  const { lang } = frame
  const words = deskWords[lang]
  const { wishes } = profile
  return (
    // A neutral title: names do not belong in the history of a browser.
    <Page frame={frame} title={words.profile.other}>
      <Paragraph>
        <Link href={href(frame, paths.list)}>{words.profile.back}</Link>
      </Paragraph>
      <Heading level={1}>{profile.shownName}</Heading>
      {props.full ? (
        <Notice kind="info" lang={lang}>
          <p class="nl-paragraph">{words.full(profile.maxRunning)}</p>
        </Notice>
      ) : null}
      <SummaryList
        lang={lang}
        facts={[
          { key: words.profile.themes, value: labelsOf(wishes.themes, lang) },
          { key: words.profile.roles, value: labelsOf(wishes.roles, lang) },
          { key: words.profile.perspectives, value: labelsOf(wishes.perspectives, lang) },
          { key: words.profile.places, value: placesOf(wishes, lang) },
          {
            key: words.profile.languages,
            value:
              wishes.languages.length === 0
                ? words.nothing
                : wishes.languages.map((code) => languageName(code, lang)).join(', '),
          },
          {
            key: words.profile.now,
            value: withCapital(
              `${words.running(load.running)}, ${words.asked(daysSince(load.lastAskedAt, props.now))}`,
            ),
          },
          { key: words.profile.ceiling, value: withCapital(words.profile.ceilingValue(profile.maxRunning)) },
          ...(profile.boundary === null ? [] : [{ key: words.profile.boundary, value: profile.boundary }]),
        ]}
      />
      <Paragraph>{words.profile.whose}</Paragraph>
      <Paragraph>{words.profile.trace}</Paragraph>
    </Page>
  )
}
