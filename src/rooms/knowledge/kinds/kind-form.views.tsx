import { many, one, type Errors, type FormInput } from '../../../lib/form-values.ts'
import type { Lang } from '../../../lib/words.ts'
import { DateField, NumberField, Select, TextArea, TextField } from '../../../ui/fields.tsx'
import { FoldedCheckboxGroup } from '../../../ui/fold.tsx'
import { Heading } from '../../../ui/typography.tsx'
import { provinces } from '../../regions/public.ts'
import { optionLabelOf } from './kind-fields.views.tsx'
import { details, kindOf, type DetailName } from './kinds.rules.ts'
import { detailLabels, kindWords } from './kinds.text.ts'

type Props = { type: string | null; lang: Lang; input: FormInput; errors: Errors }

const DetailField = ({ name, lang, input, errors }: Omit<Props, 'type'> & { name: DetailName }) => {
  const detail = details[name]
  const words = kindWords[lang]
  const field = `detail:${name}`
  const error = errors[field]
  const common = { name: field, label: detailLabels[lang][name], lang, ...(error !== undefined && { error }) }
  const value = one(input, field)
  if ('options' in detail) {
    const options = detail.options.map((each) => ({ value: each, label: optionLabelOf(name, each, lang) }))
    return detail.sort === 'choice' ? (
      <Select {...common} value={value} options={options} />
    ) : (
      <FoldedCheckboxGroup {...common} value={many(input, field)} options={options} />
    )
  }
  switch (detail.sort) {
    case 'names':
      return <TextArea {...common} rows={3} hint={words.onePerLine} value={value} />
    case 'day':
      return <DateField {...common} value={value} />
    case 'year':
    case 'number':
      return <NumberField {...common} value={value} />
    case 'link':
      return <TextField {...common} type="url" value={value} />
    case 'yesNo':
      return (
        <Select
          {...common}
          value={value}
          options={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
        />
      )
    case 'line':
      return <TextField {...common} value={value} />
  }
}

/** What is asked about this kind alone. */
export const DetailFields = (props: Props) => {
  const { type, ...rest } = props
  const asked = kindOf(type).details
  if (asked.length === 0) return null
  return (
    <>
      <Heading level={3}>{kindWords[props.lang].forThisKind}</Heading>
      {asked.map((name) => (
        <DetailField name={name} {...rest} />
      ))}
    </>
  )
}

/** Where it is about; nothing chosen means everywhere. */
export const RegionFields = ({ lang, input, errors }: Omit<Props, 'type'>) => {
  const words = kindWords[lang]
  return (
    <>
      <FoldedCheckboxGroup
        name="provinces"
        label={words.provinces}
        lang={lang}
        value={many(input, 'provinces')}
        {...(errors.provinces !== undefined && { error: errors.provinces })}
        options={provinces().map((each) => ({ value: each.code, label: each.name }))}
      />
      <TextField
        name="municipalities"
        label={words.municipalities}
        hint={words.municipalitiesHint}
        lang={lang}
        value={one(input, 'municipalities')}
        {...(errors.municipalities !== undefined && { error: errors.municipalities })}
      />
    </>
  )
}
