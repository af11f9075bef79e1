import { many, one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import { Checkbox, FileField, Select, TextField } from '../../../ui/fields.tsx'
import { FoldedCheckboxGroup } from '../../../ui/fold.tsx'
import type { PageFrame } from '../../../ui/layout.tsx'
import { itemTypes, themes } from '../../terms/public.ts'
import { editingWords } from '../writing/editing.text.ts'
import { harvestWords } from './harvests.editing.text.ts'
import { LangField } from '../writing/list.views.tsx'
import { licences } from '../items/texts.rules.ts'

/** What a source says about its records, beside its name and address. */
export const SourceFields = ({ frame, input, errors }: { frame: PageFrame; input: FormInput; errors: Errors }) => {
  const { lang } = frame
  const words = harvestWords[lang].form
  const error = (name: string) => (errors[name] === undefined ? {} : { error: errors[name] })
  return (
    <>
      <Select
        name="type"
        label={words.type}
        required
        lang={lang}
        empty={false}
        value={one(input, 'type')}
        {...error('type')}
        options={itemTypes.map((type) => ({ value: type.id, label: type.label[lang] }))}
      />
      <LangField frame={frame} value={one(input, 'lang')} />
      <FoldedCheckboxGroup
        name="themes"
        label={words.themes}
        lang={lang}
        value={many(input, 'themes')}
        {...error('themes')}
        options={themes.map((theme) => ({ value: theme.id, label: theme.label[lang] }))}
      />
      <Select
        name="licence"
        label={words.licence}
        required
        lang={lang}
        empty={false}
        value={one(input, 'licence')}
        {...error('licence')}
        options={licences.map((licence) => ({ value: licence, label: editingWords[lang].licences[licence] }))}
      />
      <Checkbox
        name="weekly"
        label={words.weekly}
        hint={words.weeklyHint}
        required
        lang={lang}
        checked={one(input, 'weekly') === 'on'}
        {...error('weekly')}
      />
    </>
  )
}

export const NameField = ({ frame, input, errors }: { frame: PageFrame; input: FormInput; errors: Errors }) => (
  <TextField
    name="name"
    label={harvestWords[frame.lang].form.name}
    hint={harvestWords[frame.lang].form.nameHint}
    required
    lang={frame.lang}
    value={one(input, 'name')}
    {...(errors.name !== undefined && { error: errors.name })}
  />
)

export const AddressField = ({ frame, input, errors }: { frame: PageFrame; input: FormInput; errors: Errors }) => (
  <TextField
    name="address"
    type="url"
    label={harvestWords[frame.lang].form.address}
    hint={harvestWords[frame.lang].form.addressHint}
    lang={frame.lang}
    value={one(input, 'address')}
    {...(errors.address !== undefined && { error: errors.address })}
  />
)

const accept = '.csv,.xml,.rss,.atom,.ics,.json,.jsonld,text/csv,application/xml,text/calendar,application/json'

export const Upload = ({ frame, label, errors }: { frame: PageFrame; label?: string; errors: Errors }) => (
  <FileField
    name="file"
    label={label ?? harvestWords[frame.lang].form.file}
    hint={harvestWords[frame.lang].form.fileHint}
    lang={frame.lang}
    accept={accept}
    {...(errors.file !== undefined && { error: errors.file })}
  />
)

export type FormPage = {
  readonly frame: PageFrame
  readonly pageKey: string
  readonly input: FormInput
  readonly errors: Errors
}
