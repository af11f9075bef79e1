import type { Child } from 'hono/jsx'
import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { longDate } from '../../../lib/words.ts'
import { ButtonGroup, ButtonLink, SubmitButton } from '../../../ui/buttons.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, HiddenField, TextField } from '../../../ui/fields.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { StatusBadge } from '../../../ui/status.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Heading, Link, List, Paragraph } from '../../../ui/typography.tsx'
import type { Decision } from '../../governance/public.ts'
import type { AlikeItem } from './alike.actions.ts'
import { AlikeNotice } from './alike.views.tsx'
import type { Decider } from '../deciding/approvals.rules.ts'
import { BeforeStewards, ruleFact } from '../deciding/approvals.views.tsx'
import type { Standing } from '../publishing/consents.sql.ts'
import { PublishedChecked, RhythmForm } from '../freshness/checks.views.tsx'
import { editingWords } from './editing.text.ts'
import { linkWords } from '../items/item-links.text.ts'
import { ItemForm, type Partner } from './item-form.views.tsx'
import type { Item, Revision } from '../items/items.sql.ts'
import type { Origin } from '../harvests/locked-fields.sql.ts'
import { FollowsSource } from '../harvests/locked-fields.views.tsx'
import { toneOf } from './list.views.tsx'
import { renderMarkdown } from '../items/markdown.ts'
import { paths } from '../paths.ts'
import { shownPictures } from './pictures.rules.ts'
import type { Picture } from './pictures.sql.ts'
import { pictureWords } from './pictures.text.ts'
import { redactionWords } from '../publishing/redaction.text.ts'
import { BeforeSeats } from '../deciding/seats.views.tsx'
import { knowledgePaths } from '../square.paths.ts'
import type { Joiner } from '../items/support.actions.ts'
import { supportWords } from '../items/support.text.ts'
import { isBeingWritten } from '../items/states.rules.ts'
import { bodyOf } from '../items/texts.rules.ts'
import { versionWords } from './versions.text.ts'
import type { WritingAdvice } from './writing-advice.rules.ts'

type Props = {
  frame: PageFrame
  item: Item
  partners: readonly Partner[]
  standings: readonly Standing[]
  revisions: readonly Revision[]
  /** What the seats of experts said of this version; null when they are not asked about an item like this. */
  decision: Decision | null
  /** Its stewards that can answer, with what each said of this version. */
  deciders: readonly Decider[]
  /** The organisations of the editor who looks. */
  edits: ReadonlySet<string>
  /** Who want to take part, when this is a project. */
  joiners: readonly Joiner[]
  pictures: readonly Picture[]
  /** Where it was taken from, and what follows that no more; null when it was written here. */
  origin: Origin | null
  /** What may be the same, of a draft that never stood on the square. */
  alike: readonly AlikeItem[]
  /** Only for Dutch texts. */
  advice: WritingAdvice | null
  newKey: () => string
  pageKey: string
  input: FormInput
  errors: Errors
}

const press = (props: Props, path: string, look: 'primary' | 'secondary', label: string, more?: Child) => (
  <Form action={href(props.frame, path)} idempotencyKey={props.newKey()} lang={props.frame.lang}>
    <HiddenField name="version" value={String(props.item.version)} />
    {more}
    <ButtonGroup>
      <SubmitButton look={look}>{label}</SubmitButton>
    </ButtonGroup>
  </Form>
)

/** The one thing to do now, first on the page. */
const NextStep = (props: Props) => {
  const { item, frame } = props
  const words = editingWords[frame.lang].item
  if (item.state === 'published' || item.state === 'withdrawn') return null
  const waiting = item.state === 'ready' ? BeforeStewards(props) : null
  return (
    <section aria-labelledby="volgende">
      <Heading level={2} id="volgende">
        {words.next}
      </Heading>
      {waiting !== null ? (
        waiting
      ) : item.state === 'ready' && props.decision !== null && props.decision.kind !== 'accepted' ? (
        <BeforeSeats frame={frame} item={item} decision={props.decision} />
      ) : item.state === 'ready' ? (
        press(
          props,
          paths.publish(item.id),
          'primary',
          words.publish,
          <>
            <Paragraph>{words.publishHint}</Paragraph>
            {item.publishedAt === null ? null : <PublishedChecked lang={frame.lang} />}
          </>,
        )
      ) : item.state === 'waiting-for-consent' ? (
        <Paragraph>{words.waitingFor}</Paragraph>
      ) : item.openMarks > 0 ? (
        <ButtonGroup>
          <ButtonLink href={href(frame, paths.redaction(item.id))}>{words.toRedaction(item.openMarks)}</ButtonLink>
        </ButtonGroup>
      ) : (
        press(props, paths.proceed(item.id), 'primary', words.proceed, <Paragraph>{words.proceedHint}</Paragraph>)
      )}
    </section>
  )
}

const Consents = (props: Props) => {
  const { lang } = props.frame
  const words = editingWords[lang].item
  if (props.standings.length === 0) return null
  const said = (each: Standing) => {
    const day = each.day === null ? '' : longDate(each.day, lang)
    return {
      'not-asked': words.notAsked,
      asked: words.askedOn(day),
      yes: words.yesOn(day),
      'older-yes': words.olderYes(day),
      no: words.noOn(day),
      'taken-back': words.tookBackOn(day),
    }[each.outcome]
  }
  return (
    <section>
      <Heading level={2}>{words.consents}</Heading>
      <List
        items={props.standings.map(
          (each) => `${each.erased ? words.erased : words.consentOf[each.kind]}: ${said(each)}`,
        )}
      />
    </section>
  )
}

const HeldBack = ({ frame, item }: Props) => {
  const words = editingWords[frame.lang]
  if (item.held.length === 0) return null
  return (
    <section>
      <Heading level={2}>{words.item.held}</Heading>
      <Paragraph>{words.item.heldSentence}</Paragraph>
      <List items={item.held.map((each) => `${redactionWords[frame.lang].heldKinds[each.kind]}: ${each.text}`)} />
    </section>
  )
}

/** An item for those who keep it: where it stands, what to do next, its words, and what belongs to it. */
export const ItemPage = (props: Props) => {
  const { frame, item, errors } = props
  const { lang } = frame
  const words = editingWords[lang]
  const title = item.title || words.list.untitled
  const body = bodyOf(item)
  return (
    <Page frame={frame} title={title} errors={errors} writing>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{title}</Heading>
      <p class="nl-paragraph">
        <StatusBadge tone={toneOf[item.state]}>{words.states[item.state]}</StatusBadge>
      </p>
      <SummaryList
        lang={lang}
        facts={[
          { key: words.item.provenance, value: words.provenances[item.provenance] },
          ruleFact(frame, item),
          { key: words.item.lastChecked, value: longDate(item.checkedAt, lang) },
          ...(item.shelfVersion === null || item.slug === null
            ? []
            : [
                {
                  key: words.states.published,
                  value: (
                    <>
                      {words.item.onSquare(item.shelfVersion)}{' '}
                      <Link href={href(frame, knowledgePaths.item(item.slug))}>{words.item.seeOnSquare}</Link>
                    </>
                  ),
                },
              ]),
        ]}
      />
      <AlikeNotice alike={props.alike} lang={lang} />
      <NextStep {...props} />
      <Consents {...props} />
      <HeldBack {...props} />
      {isBeingWritten(item.state) ? null : (
        <Notice kind="info" lang={lang}>
          {words.item.savingMakesConcept}
        </Notice>
      )}
      {props.origin === null ? null : (
        <FollowsSource frame={frame} item={item.id} {...props.origin} newKey={props.newKey} />
      )}
      <Heading level={2}>{words.item.write}</Heading>
      <ItemForm
        frame={frame}
        item={item}
        partners={props.partners}
        pageKey={props.pageKey}
        input={props.input}
        errors={errors}
        advice={props.advice}
      />
      {props.joiners.length === 0 ? null : (
        <section>
          <Heading level={2}>{supportWords[lang].joining}</Heading>
          <List
            items={props.joiners.map((each) =>
              supportWords[lang].joined(each.name, each.email, longDate(each.at, lang)),
            )}
          />
        </section>
      )}
      <Paragraph>
        <Link href={href(frame, paths.links(item.id))}>{linkWords[lang].toLinks}</Link>
      </Paragraph>
      <Paragraph>
        <Link href={href(frame, paths.pictures(item.id))}>{pictureWords[lang].toPictures}</Link>
      </Paragraph>
      <Fold title={words.item.preview}>
        {body === '' ? (
          <Paragraph>{words.item.previewEmpty}</Paragraph>
        ) : (
          <Prose
            html={renderMarkdown(
              body,
              shownPictures(props.pictures, item.lang, (id, width) => paths.pictureFile(item.id, id, width)),
            )}
            textLang={item.lang}
          />
        )}
      </Fold>
      <Fold title={words.item.history} note={words.item.versions(props.revisions.length)}>
        <List
          items={props.revisions.map(
            (each) =>
              `${words.item.revision(each.version, longDate(each.at, lang))}${each.reason === null ? '' : `: ${each.reason}`}`,
          )}
        />
        <Paragraph>
          <Link href={href(frame, paths.versions(item.id))}>{versionWords[lang].toVersions}</Link>
        </Paragraph>
      </Fold>
      {item.shelfVersion === null ? null : press(props, paths.stillRight(item.id), 'secondary', words.item.stillRight)}
      <RhythmForm frame={frame} item={item} pageKey={props.newKey()} />
      {item.state === 'withdrawn' ? null : (
        <Fold title={words.item.withdraw} note={words.item.withdrawHint} open={errors['why'] !== undefined}>
          <Form action={href(frame, paths.withdraw(item.id))} idempotencyKey={props.newKey()} lang={lang}>
            <TextField
              name="why"
              label={words.item.withdrawReason}
              required
              lang={lang}
              value={one(props.input, 'why')}
              {...(errors.why !== undefined && { error: errors.why })}
            />
            <ButtonGroup>
              <SubmitButton look="negative">{words.item.withdraw}</SubmitButton>
            </ButtonGroup>
          </Form>
        </Fold>
      )}
      <Paragraph>
        <Link href={href(frame, paths.list)}>{words.item.back}</Link>
      </Paragraph>
    </Page>
  )
}
