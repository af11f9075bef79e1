import { one, type Errors, type FormInput } from '../../lib/form-values.ts'
import { longDate, type Lang } from '../../lib/words.ts'
import { Card, Cards } from '../../ui/cards.tsx'
import { Empty } from '../../ui/empty.tsx'
import {
  ButtonGroup,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  Form,
  HiddenField,
  RadioGroup,
  Select,
  SubmitButton,
  TextField,
} from '../../ui/fields.tsx'
import { href, Page, type PageFrame } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notices.tsx'
import { PlainText } from '../../ui/prose.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Heading, Link, List, Paragraph } from '../../ui/typography.tsx'
import type { Candidates, Suggestion } from '../experts/public.ts'
import { labelOf, perspectives, rewardForms } from '../terms/public.ts'
import { deskPaths } from './desk.paths.ts'
import { factsOfRequest } from './desk.views.request.tsx'
import type { DeskSeen } from './readings.sql.ts'
import { teamNeeded, type Candidate } from './request.rules.ts'
import { rewardInWords } from './rewards.text.ts'
import { teamWords } from './team.text.ts'
import type { Influence } from './triage.actions.ts'
import { WithNumber } from './with-number.tsx'

export type TeamPageProps = {
  readonly frame: PageFrame
  readonly seen: DeskSeen
  readonly influence: Influence
  readonly candidates: Candidates
  readonly perspective: string | null
  readonly newKey: () => string
}

const namesOfLanguages: Record<Lang, Intl.DisplayNames> = {
  nl: new Intl.DisplayNames(['nl'], { type: 'language', fallback: 'code' }),
  en: new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }),
}

const languageNames = (codes: readonly string[], lang: Lang) => {
  const names = namesOfLanguages[lang]
  return codes.flatMap((code) => {
    try {
      return [names.of(code) ?? code]
    } catch {
      return []
    }
  })
}

/** Why somebody is suggested, in words; how busy they are, in words. No score. */
const reasonsOf = (each: Suggestion, lang: Lang): readonly string[] => {
  const words = teamWords[lang]
  const fits = [...each.matches.themes, ...each.matches.perspectives, ...each.matches.roles].map((id) =>
    labelOf(id, lang),
  )
  const languages = languageNames(each.languages, lang)
  return [
    fits.length === 0 ? words.noFit : `${words.fits}: ${fits.join(', ')}`,
    ...(each.matches.place === null ? [] : [words.place[each.matches.place]]),
    `${words.running(each.running)}, ${words.ceiling(each.maxRunning)}`,
    words.lastAsked(each.daysSinceAsked),
    ...(languages.length === 0 ? [] : [words.languages(languages.join(', '))]),
  ]
}

const Members = ({ seen, lang, newKey }: { seen: DeskSeen; lang: Lang; newKey: () => string }) => {
  const words = teamWords[lang]
  return (
    <>
      <Heading level={2}>{words.members}</Heading>
      {seen.team.length === 0 ? <Paragraph>{words.nobody}</Paragraph> : null}
      {seen.team.map((member) => (
        <div class="plein-card">
          <p class="nl-paragraph">
            <strong>{member.shownName}</strong>:{' '}
            {member.acceptedAt === null
              ? words.invited(longDate(member.invitedAt, lang))
              : words.accepted(longDate(member.acceptedAt, lang))}{' '}
            ({rewardInWords(member.reward, lang)})
          </p>
          {member.acceptedAt === null ? (
            <Form action={href(lang, deskPaths.takeBackInvitation(seen.id))} idempotencyKey={newKey()} lang={lang}>
              <HiddenField name="version" value={String(seen.version)} />
              <HiddenField name="uitnodiging" value={member.id} />
              <SubmitButton look="secondary">{words.withdraw(member.shownName)}</SubmitButton>
            </Form>
          ) : null}
        </div>
      ))}
    </>
  )
}

const CandidateList = ({ seen, candidates, perspective, frame }: TeamPageProps) => {
  const { lang } = frame
  const words = teamWords[lang]
  return (
    <>
      <Heading level={2}>{words.candidates}</Heading>
      <Paragraph>{words.candidatesHint}</Paragraph>
      <Form action={href(lang, deskPaths.team(seen.id))} method="get" lang={lang}>
        <Select
          name="perspectief"
          label={words.perspective}
          required
          lang={lang}
          value={perspective ?? ''}
          empty={words.anyPerspective}
          options={perspectives.map((each) => ({ value: each.id, label: each.label[lang] }))}
        />
        <ButtonGroup>
          <SubmitButton look="secondary">{words.show}</SubmitButton>
        </ButtonGroup>
      </Form>
      {candidates.suggestions.length === 0 ? (
        <Empty title={words.noneTitle} sentence={words.none} level={3} />
      ) : (
        <Cards>
          {candidates.suggestions.map((each) => (
            <Card
              href={href(lang, deskPaths.invite(seen.id, each.person))}
              title={words.invite(each.shownName)}
              level={3}
            >
              <List items={reasonsOf(each, lang)} />
            </Card>
          ))}
        </Cards>
      )}
    </>
  )
}

const Limits = ({ candidates, lang }: { candidates: Candidates; lang: Lang }) => {
  const words = teamWords[lang]
  if (candidates.atCeiling.length === 0 && candidates.paused === 0) return null
  return (
    <>
      <Heading level={2}>{words.atCeiling}</Heading>
      <List
        items={[
          ...candidates.atCeiling.map((each) => words.atCeilingReason(each.shownName, each, each.maxRunning)),
          ...(candidates.paused === 0 ? [] : [words.pausedReason(candidates.paused)]),
        ]}
      />
    </>
  )
}

export const TeamPage = (props: TeamPageProps) => {
  const { frame, seen, candidates, newKey } = props
  const { lang } = frame
  const words = teamWords[lang]
  const accepted = seen.team.filter((member) => member.acceptedAt !== null).length
  const complete = accepted >= teamNeeded(seen.size)
  return (
    <Page frame={frame} title={`${words.title} - ${seen.number}`}>
      <p>
        <Link href={href(lang, deskPaths.request(seen.id))}>
          <WithNumber text={words.back(seen.number)} />
        </Link>
      </p>
      <Heading level={1}>{words.title}</Heading>
      <Paragraph lead>{teamNeeded(seen.size) === 1 ? words.small : words.large}</Paragraph>
      {complete ? (
        <Notice kind="success" lang={lang} heading={words.complete} live={false}>
          <Form action={href(lang, deskPaths.step(seen.id))} idempotencyKey={newKey()} lang={lang}>
            <HiddenField name="version" value={String(seen.version)} />
            <HiddenField name="stap" value="in-progress" />
            <SubmitButton>{words.start}</SubmitButton>
          </Form>
        </Notice>
      ) : null}
      <Members seen={seen} lang={lang} newKey={newKey} />
      <details>
        <summary>{words.need}</summary>
        <PlainText text={seen.question} {...(seen.lang !== lang && { textLang: seen.lang })} />
        <SummaryList facts={factsOfRequest(seen, props.influence, lang).slice(3)} lang={lang} />
      </details>
      {seen.team.length >= 2 ? <Paragraph>{words.full}</Paragraph> : <CandidateList {...props} />}
      <Limits candidates={candidates} lang={lang} />
    </Page>
  )
}

export type InvitePageProps = {
  readonly frame: PageFrame
  readonly seen: DeskSeen
  /** Null when this person cannot be asked now. */
  readonly candidate: Candidate | null
  readonly formKey: string
  readonly input?: FormInput
  readonly errors?: Errors
}

export const InvitePage = ({ frame, seen, candidate, formKey, input = {}, errors = {} }: InvitePageProps) => {
  const { lang } = frame
  const words = teamWords[lang]
  const error = (name: string) => (errors[name] === undefined ? {} : { error: errors[name] })
  const back = (
    <p>
      <Link href={href(lang, deskPaths.team(seen.id))}>{words.backToTeam}</Link>
    </p>
  )
  if (candidate === null)
    return (
      <Page frame={frame} title={words.gone}>
        {back}
        <Empty title={words.gone} sentence={words.goneSentence}>
          <ButtonLink href={href(lang, deskPaths.team(seen.id))}>{words.backToTeam}</ButtonLink>
        </Empty>
      </Page>
    )
  return (
    <Page frame={frame} title={`${words.inviteTitle(candidate.shownName)} - ${seen.number}`} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      {back}
      <Heading level={1}>{words.inviteTitle(candidate.shownName)}</Heading>
      <Paragraph lead>{words.inviteLead(candidate.shownName)}</Paragraph>
      <Paragraph>{words.inviteSees}</Paragraph>
      <Form action={href(lang, deskPaths.invite(seen.id, candidate.person))} idempotencyKey={formKey} lang={lang}>
        <HiddenField name="version" value={one(input, 'version') || String(seen.version)} />
        <RadioGroup
          name="vergoeding"
          label={words.reward}
          hint={words.rewardHint}
          required
          lang={lang}
          value={one(input, 'vergoeding')}
          {...error('vergoeding')}
          options={rewardForms.map((form) => ({
            value: form.id,
            label: form.label[lang],
            hint: form.definition[lang],
          }))}
        />
        <TextField
          name="bedrag"
          label={words.amount}
          required
          hint={words.amountHint}
          lang={lang}
          short
          value={one(input, 'bedrag')}
          {...error('bedrag')}
        />
        <Checkbox
          name="bewust"
          label={words.onPurpose}
          hint={words.onPurposeHint}
          lang={lang}
          checked={one(input, 'bewust') !== ''}
          {...error('bewust')}
        />
        <Paragraph>{words.benefits}</Paragraph>
        <ButtonGroup>
          <SubmitButton>{words.send}</SubmitButton>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
