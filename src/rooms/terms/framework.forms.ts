import { z } from 'zod'
import type { Lang } from '../../lib/words.ts'
import { line, lines, optional } from '../../platform/forms.ts'
import { editingWords } from './framework.editing.text.ts'
import { answers } from './framework.rules.ts'

/** In whose name: one of the partners of the editor, carried by every form. */
const organisation = z.uuid()

const definitionFields = (lang: Lang) => {
  const { errors } = editingWords[lang]
  return {
    organisation,
    nl: lines({ max: 1_000 }, errors.definition),
    en: optional(lines({ max: 1_000 }, errors.definition)),
    source: line({ max: 200 }, errors.source),
    link: optional(
      z
        .string()
        .trim()
        .max(500, errors.link)
        .refine((value) => /^https?:\/\/[^\s"<>]+$/i.test(value), errors.link),
    ),
  }
}

export const DefinitionForm = (lang: Lang) => z.strictObject(definitionFields(lang))

export const TermForm = (lang: Lang) => {
  const { errors } = editingWords[lang]
  return z.strictObject({
    labelNl: line({ max: 80 }, errors.word),
    labelEn: line({ max: 80 }, errors.word),
    ...definitionFields(lang),
  })
}

const perLine = (lang: Lang) =>
  z
    .string()
    .default('')
    .refine((text) => {
      const all = text.split('\n')
      return all.length <= 50 && all.every((each) => each.trim().length <= 80)
    }, editingWords[lang].errors.lines)

export const WordsForm = (lang: Lang) => {
  const { errors } = editingWords[lang]
  return z.strictObject({
    organisation,
    alsoNl: perLine(lang),
    alsoEn: perLine(lang),
    hidden: perLine(lang),
    broader: optional(z.string().max(80, errors.choose)),
    related: perLine(lang),
    noteNl: optional(lines({ max: 500 }, errors.reason)),
    noteEn: optional(lines({ max: 500 }, errors.reason)),
    reason: line({ max: 500 }, errors.reason),
  })
}

export const WorkingForm = (lang: Lang) => {
  const { errors } = editingWords[lang]
  return z.strictObject({
    organisation,
    definition: z.string(errors.choose).regex(/^(plein|[0-9a-f-]{36})$/, errors.choose),
    whyThis: line({ max: 500 }, errors.reason),
  })
}

export const RetireForm = (lang: Lang) => {
  const { errors } = editingWords[lang]
  return z.strictObject({
    organisation,
    successor: optional(z.string().max(80, errors.choose)),
    whyGone: line({ max: 500 }, errors.reason),
  })
}

export const VoiceForm = (lang: Lang) => {
  const { errors } = editingWords[lang]
  return z
    .strictObject({
      organisation,
      answer: z.enum(answers, errors.choose),
      objection: optional(line({ max: 500 }, errors.reason)),
    })
    .refine((value) => value.answer === 'agree' || value.objection !== undefined, {
      path: ['objection'],
      message: errors.reason.empty,
    })
}

/** A press that needs no more than in whose name. */
export const SpeakerForm = z.strictObject({ organisation })
