import { one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { ButtonGroup, SubmitButton } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Checkbox, FileField, Form, HiddenField, RadioGroup, Select, TextArea, TextField } from '../../../ui/fields.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { href, Page, type PageFrame } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Heading, Link, Paragraph } from '../../../ui/typography.tsx'
import { editingWords } from './editing.text.ts'
import type { Item } from '../items/items.sql.ts'
import { formParts } from '../kinds/kinds.forms.ts'
import { paths } from '../paths.ts'
import { creditOf, peopleAnswers, pictureLimits, pictureLine } from './pictures.rules.ts'
import type { Picture } from './pictures.sql.ts'
import { pictureWords } from './pictures.text.ts'
import { headingOf, licences } from '../items/texts.rules.ts'

/** The place that is chosen when the picture is put in the text by hand. */
export const byHand = 'none'

const AddPicture = (props: { frame: PageFrame; item: Item; pageKey: string; input: FormInput; errors: Errors }) => {
  const { frame, item, input, errors } = props
  const { lang } = frame
  const words = pictureWords[lang]
  const error = (name: string) => (errors[name] === undefined ? {} : { error: errors[name] })
  return (
    <Form action={href(lang, paths.pictures(item.id))} idempotencyKey={props.pageKey} files lang={lang}>
      <HiddenField name="version" value={String(item.version)} />
      <FileField
        name="file"
        label={words.file}
        hint={words.fileHint}
        accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
        required
        lang={lang}
        {...error('file')}
      />
      <TextArea
        name="alt"
        label={words.alt}
        hint={words.altHint}
        required
        rows={2}
        maxLength={pictureLimits.alt}
        lang={lang}
        value={one(input, 'alt')}
        {...error('alt')}
      />
      <Checkbox
        name="decorative"
        label={words.decorative}
        required
        lang={lang}
        checked={one(input, 'decorative') === 'on'}
      />
      <RadioGroup
        name="people"
        label={words.people}
        hint={words.peopleHint}
        required
        lang={lang}
        value={one(input, 'people')}
        {...error('people')}
        options={peopleAnswers.map((value) => ({ value, label: words.peopleAnswers[value] }))}
      />
      <TextField
        name="maker"
        label={words.maker}
        hint={words.makerHint}
        required
        lang={lang}
        value={one(input, 'maker')}
        {...error('maker')}
      />
      <Select
        name="licence"
        label={words.licence}
        required
        lang={lang}
        empty={false}
        value={one(input, 'licence') || 'CC-BY-4.0'}
        {...error('licence')}
        options={licences.map((value) => ({ value, label: editingWords[lang].licences[value] }))}
      />
      <div data-place="">
        <Select
          name="place"
          label={words.place}
          required
          lang={lang}
          empty={false}
          value={one(input, 'place') || (formParts(item)[0]?.key ?? byHand)}
          {...error('place')}
          options={[
            ...formParts(item).map((part) => ({
              value: part.key,
              label: words.places.end(headingOf(part.key, lang) ?? editingWords[lang].fields.part[part.whose]),
            })),
            { value: byHand, label: words.places.none },
          ]}
        />
      </div>
      <ButtonGroup>
        <SubmitButton>{words.send}</SubmitButton>
      </ButtonGroup>
    </Form>
  )
}

const OnePicture = ({
  frame,
  item,
  picture,
  pageKey,
}: {
  frame: PageFrame
  item: Item
  picture: Picture
  pageKey: string
}) => {
  const { lang } = frame
  const words = pictureWords[lang]
  const [file] = picture.files
  return (
    <article class="plein-card">
      <figure class="plein-figure">
        {file === undefined ? null : (
          <img
            data-picture={picture.id}
            src={paths.pictureFile(item.id, picture.id, file.width)}
            width={file.width}
            height={file.height}
            alt={picture.alt ?? ''}
            loading="lazy"
          />
        )}
        <figcaption>{creditOf(picture, lang)}</figcaption>
      </figure>
      <Paragraph>
        {picture.alt ?? words.onlyAdorns} {picture.inText ? words.inText : words.notInText}
      </Paragraph>
      {picture.inText ? null : (
        <Paragraph>
          {words.line} <code class="plein-code">{pictureLine(picture.id, picture.alt)}</code>
        </Paragraph>
      )}
      <Fold title={words.remove} note={words.removeHint}>
        <Form action={href(frame, paths.removePicture(item.id))} idempotencyKey={pageKey} lang={lang}>
          <HiddenField name="picture" value={picture.id} />
          <ButtonGroup>
            <SubmitButton look="negative">{words.remove}</SubmitButton>
          </ButtonGroup>
        </Form>
      </Fold>
    </article>
  )
}

/** The pictures of an item: add one, see what is there, take one away. The writing field uses the same form. */
export const PicturesPage = (props: {
  frame: PageFrame
  item: Item
  pictures: readonly Picture[]
  /** The number of the picture that was just added. */
  added: string | null
  newKey: () => string
  pageKey: string
  input: FormInput
  errors: Errors
}) => {
  const { frame, item, pictures, errors } = props
  const { lang } = frame
  const words = pictureWords[lang]
  const fresh = pictures.find((each) => each.id === props.added)
  const title = `${words.title}: ${item.title || editingWords[lang].list.untitled}`
  return (
    <Page frame={frame} title={title} errors={errors}>
      <ErrorSummary errors={errors} lang={lang} />
      <Heading level={1}>{title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      {fresh === undefined ? (
        <Paragraph>{words.saveFirst}</Paragraph>
      ) : (
        <Notice kind="success" heading={words.added} lang={lang}>
          {fresh.inText ? (
            words.inText
          ) : (
            <>
              {words.addedSentence} <code class="plein-code">{pictureLine(fresh.id, fresh.alt)}</code>
            </>
          )}
        </Notice>
      )}
      <AddPicture {...props} />
      <section>
        <Heading level={2}>{words.all}</Heading>
        {pictures.length === 0 ? (
          <Empty title={words.none} level={3} sentence={words.noneSentence} />
        ) : (
          <div class="plein-stack">
            {pictures.map((picture) => (
              <OnePicture frame={frame} item={item} picture={picture} pageKey={props.newKey()} />
            ))}
          </div>
        )}
      </section>
      <Paragraph>
        <Link href={href(frame, paths.item(item.id))}>{words.toItem}</Link>
      </Paragraph>
    </Page>
  )
}
