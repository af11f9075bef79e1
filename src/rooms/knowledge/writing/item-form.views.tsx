import { many, one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { ButtonGroup, SubmitButton } from '../../../ui/buttons.tsx'
import { Checkbox, DateField, Form, HiddenField, Related, Select, TextArea, TextField } from '../../../ui/fields.tsx'
import { Fold, FoldedCheckboxGroup } from '../../../ui/fold.tsx'
import { href, type PageFrame } from '../../../ui/layout.tsx'
import { WritingAdvice, WritingArea } from '../../../ui/writing.tsx'
import { audiences, expertRoles, itemTypes, themes } from '../../terms/public.ts'
import { alikeWords } from './alike.text.ts'
import { editingWords } from './editing.text.ts'
import type { Item } from '../items/items.sql.ts'
import { DetailFields, RegionFields } from '../kinds/kind-form.views.tsx'
import { formParts, kindInputOf } from '../kinds/kinds.forms.ts'
import { kindWords } from '../kinds/kinds.text.ts'
import { LangField } from './list.views.tsx'
import { paths } from '../paths.ts'
import { headingOf, licences, limits } from '../items/texts.rules.ts'
import type { WritingAdvice as Advice } from './writing-advice.rules.ts'
import { adviceWords } from './writing-advice.text.ts'
import { AdviceNotes } from './writing-advice.views.tsx'

/** The item as its form would send it. */
export const inputOf = (item: Item): FormInput => ({
  title: item.title,
  summary: item.summary,
  type: item.type ?? '',
  lang: item.lang,
  themes: item.themes,
  roles: item.roles,
  audiences: item.audiences,
  stewards: item.stewards.map((each) => each.id),
  licence: item.licence,
  writtenOn: item.writtenOn ?? '',
  sourceTitle: item.source?.title ?? '',
  publisher: item.source?.publisher ?? '',
  year: item.source?.year ?? '',
  link: item.source?.link ?? '',
  ...Object.fromEntries(formParts(item).map((part) => [`part:${part.key}`, part.text])),
  ...kindInputOf(item),
})

// As high as its words need on a narrow screen, and no higher than can be overseen.
const rowsFor = (text: string) =>
  Math.min(
    14,
    Math.max(
      4,
      text.split('\n').reduce((rows, line) => rows + 1 + Math.floor(line.length / 55), 1),
    ),
  )

export type Partner = { readonly id: string; readonly name: string }

/** Everything an editor fills in about an item. */
export const ItemForm = (props: {
  frame: PageFrame
  item: Item
  partners: readonly Partner[]
  pageKey: string
  input: FormInput
  errors: Errors
  /** null for a text that is not Dutch. */
  advice: Advice | null
}) => {
  const { item, input, errors, frame } = props
  const { lang } = frame
  const words = editingWords[lang].fields
  const licenceWords = editingWords[lang].licences
  const error = (name: string) => (errors[name] === undefined ? {} : { error: errors[name] })
  const labelled = (terms: readonly { id: string; label: { nl: string; en: string } }[]) =>
    terms.map((term) => ({ value: term.id, label: term.label[lang] }))
  const parts = formParts(item)
  const kept = licences.some((each) => each === item.licence) ? licences : [item.licence]
  return (
    <Form action={href(lang, paths.item(item.id))} idempotencyKey={props.pageKey} keep={`item-${item.id}`} lang={lang}>
      <HiddenField name="version" value={String(item.version)} />
      <TextField
        name="title"
        label={words.title}
        hint={words.titleHint}
        required
        lang={lang}
        value={one(input, 'title')}
        {...error('title')}
      />
      {item.shelfVersion === null ? (
        <Related
          src={href(lang, paths.alikeTo(item.id))}
          field="title"
          link="link"
          heading={alikeWords[lang].heading}
          method="post"
          lang={lang}
        />
      ) : null}
      <TextArea
        name="summary"
        label={words.summary}
        hint={words.summaryHint}
        required
        lang={lang}
        rows={3}
        maxLength={limits.summary}
        value={one(input, 'summary')}
        {...error('summary')}
      />
      <Select
        name="type"
        label={words.type}
        hint={kindWords[lang].typeHint}
        required
        lang={lang}
        value={one(input, 'type')}
        {...error('type')}
        options={labelled(itemTypes)}
      />
      <ButtonGroup>
        <SubmitButton look="secondary">{kindWords[lang].chooseKind}</SubmitButton>
      </ButtonGroup>
      <div class="plein-writing">
        {parts.map((part) => (
          <>
            <WritingArea
              name={`part:${part.key}`}
              label={headingOf(part.key, lang) ?? words.part[part.whose]}
              {...(headingOf(part.key, lang) !== undefined && { hint: words.partOf[part.whose] })}
              first={parts.length === 1 ? 2 : 3}
              textLang={item.lang}
              pictures={href(lang, paths.pictures(item.id))}
              required={!part.ofKind || part.key === 'text'}
              lang={lang}
              rows={rowsFor(part.text)}
              {...(part.text.length > limits.part / 2 && { maxLength: limits.part })}
              value={one(input, `part:${part.key}`)}
              {...error(`part:${part.key}`)}
            />
            {!part.ofKind && parts.length > 1 ? (
              <Checkbox
                name={`leave:${part.key}`}
                label={words.leave}
                required
                lang={lang}
                checked={one(input, `leave:${part.key}`) === 'on'}
              />
            ) : null}
          </>
        ))}
        <div class="plein-writing__beside">
          <WritingAdvice src={href(lang, paths.advice)} title={adviceWords[lang].title}>
            <AdviceNotes frame={frame} advice={props.advice} />
          </WritingAdvice>
        </div>
      </div>
      {item.parts.length < limits.parts && item.provenance === 'request' ? (
        <Fold title={words.more} open={one(input, 'more') !== '' || errors['more'] !== undefined}>
          <WritingArea
            name="more"
            first={3}
            textLang={item.lang}
            label={words.moreText}
            lang={lang}
            required
            rows={6}
            value={one(input, 'more')}
            {...error('more')}
          />
        </Fold>
      ) : null}
      <DetailFields type={item.type} lang={lang} input={input} errors={errors} />
      <LangField frame={frame} value={one(input, 'lang')} />
      <FoldedCheckboxGroup
        name="themes"
        label={words.themes}
        required
        lang={lang}
        value={many(input, 'themes')}
        {...error('themes')}
        options={labelled(themes)}
      />
      <FoldedCheckboxGroup
        name="roles"
        label={words.roles}
        lang={lang}
        value={many(input, 'roles')}
        {...error('roles')}
        options={labelled(expertRoles)}
      />
      <FoldedCheckboxGroup
        name="audiences"
        label={words.audiences}
        lang={lang}
        value={many(input, 'audiences')}
        {...error('audiences')}
        options={labelled(audiences)}
      />
      <RegionFields lang={lang} input={input} errors={errors} />
      <FoldedCheckboxGroup
        name="stewards"
        label={words.stewards}
        hint={words.stewardsHint}
        required
        lang={lang}
        value={many(input, 'stewards')}
        {...error('stewards')}
        options={props.partners.map((partner) => ({
          value: partner.id,
          label: partner.name,
          ...(item.stewards.some((each) => each.id === partner.id && each.acceptedAt === null) && {
            hint: words.asked,
          }),
        }))}
      />
      <Fold
        title={words.source}
        note={
          [one(input, 'sourceTitle'), one(input, 'publisher'), one(input, 'year')].filter(Boolean).join(', ') ||
          words.sourceHint
        }
        open={['sourceTitle', 'publisher', 'year', 'link'].some((name) => errors[name] !== undefined)}
      >
        <TextField
          name="sourceTitle"
          label={words.sourceTitle}
          lang={lang}
          value={one(input, 'sourceTitle')}
          {...error('sourceTitle')}
        />
        <TextField
          name="publisher"
          label={words.publisher}
          lang={lang}
          value={one(input, 'publisher')}
          {...error('publisher')}
        />
        <TextField name="year" label={words.year} short lang={lang} value={one(input, 'year')} {...error('year')} />
        <TextField
          name="link"
          type="url"
          label={words.link}
          lang={lang}
          value={one(input, 'link')}
          {...error('link')}
        />
      </Fold>
      <DateField
        name="writtenOn"
        label={words.writtenOn}
        lang={lang}
        value={one(input, 'writtenOn')}
        {...error('writtenOn')}
      />
      <Select
        name="licence"
        label={words.licence}
        required
        lang={lang}
        value={one(input, 'licence')}
        empty={false}
        {...error('licence')}
        options={kept.map((id) => ({
          value: id,
          label: Object.entries(licenceWords).find(([each]) => each === id)?.[1] ?? id,
        }))}
      />
      <TextField name="reason" label={words.reason} lang={lang} value={one(input, 'reason')} {...error('reason')} />
      <ButtonGroup>
        <SubmitButton>{words.save}</SubmitButton>
      </ButtonGroup>
    </Form>
  )
}
