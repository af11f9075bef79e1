import type { FormInput } from '../../lib/form-values.ts'
import { readSection } from '../../lib/questionnaire/answers.ts'
import type { Definition, Question, Section } from '../../lib/questionnaire/definition.ts'
import { fieldsOf } from '../../lib/questionnaire/fields.ts'
import { cleanText } from '../../lib/text/clean.ts'
import type { Lang } from '../../lib/words.ts'
import { answerFaultErrors } from '../answer-faults.text.ts'
import { fillingWords } from '../filling.text.ts'
import './saving.ts'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const langOf = (written: string | null | undefined): Lang => (written === 'en' ? 'en' : 'nl')

/**
 * The questions of one section while they are filled in, by the same rules as on the server: what does not come up is
 * hidden, and what is wrong is said at the question, but only after somebody went on from it. Nothing is ever blocked or
 * emptied; sending is the server's to judge.
 */
class Filling extends HTMLElement {
  #section: Section | null = null
  #definition: Definition | null = null
  readonly #left = new Set<string>()
  #pressing = false

  connectedCallback() {
    if (this.#section !== null) return
    this.#definition = JSON.parse(this.getAttribute('rules') ?? 'null') as Definition | null
    this.#section = this.#definition?.sections[0] ?? null
    for (const { key, type } of this.#section?.questions ?? []) {
      if (type === 'info') continue
      // There from the beginning: what comes into a page together with its words is not read aloud.
      const says = document.createElement('p')
      says.id = `zegt-${key}`
      says.className = 'plein-filling-says'
      says.setAttribute('role', 'status')
      this.#placeOf(key)?.append(says)
    }
    this.addEventListener('focusout', (event) => {
      const question = this.#questionAt(event.target)
      if (question === null || question === this.#questionAt(event.relatedTarget) || !this.#used(question)) return
      this.#left.add(question)
      if (!this.#pressing) this.#show()
    })
    // Words that come up under a press would push the pressed button away before it is let go.
    addEventListener('pointerdown', () => (this.#pressing = true), true)
    const released = () => {
      setTimeout(() => {
        this.#pressing = false
        this.#show()
      })
    }
    addEventListener('pointerup', released, true)
    addEventListener('pointercancel', released, true)
    this.addEventListener('input', (event) => {
      const question = this.#questionAt(event.target)
      if (question !== null) takeBack(this.#placeOf(question))
      this.#show()
    })
    // Coming back with the back button fills the fields in again, after this.
    addEventListener('pageshow', () => this.#show())
    this.#show()
  }

  #questionAt(target: EventTarget | null): string | null {
    return target instanceof Element
      ? (target.closest<HTMLElement>('[data-question]')?.dataset['question'] ?? null)
      : null
  }

  #placeOf(key: string): HTMLElement | null {
    return this.querySelector(`[data-question="${CSS.escape(key)}"]`)
  }

  /** Whether anything was filled in here: walking past with the keyboard is no reason to say something. */
  #used(key: string): boolean {
    const question = this.#section?.questions.find((each) => each.key === key)
    const input = this.#input()
    return question !== undefined && fieldsOf(question).some(({ name }) => input[name] !== undefined)
  }

  /** What stands in the fields, cleaned as the server cleans it; empty fields are absent. */
  #input(): FormInput {
    const form = this.closest('form')
    const sent = form === null ? [] : [...new FormData(form)]
    const input: Record<string, string[]> = {}
    const names = new Set(this.#section?.questions.flatMap(fieldsOf).map(({ name }) => name))
    for (const [name, value] of sent) {
      const text = names.has(name) ? cleanText(value, { multiline: true }) : ''
      if (text !== '') (input[name] ??= []).push(text)
    }
    return input
  }

  #show() {
    const [definition, section] = [this.#definition, this.#section]
    if (definition === null || section === null) return
    const lang = langOf(this.getAttribute('reading'))
    const input = this.#input()
    const { faults, shown } = readSection(definition, section.key, input, { lang, before: {} })
    for (const question of section.questions) {
      const place = this.#placeOf(question.key)
      if (place === null) continue
      place.hidden = !shown.includes(question.key)
      const own = faults.filter((fault) => fault.question === question.key)
      // Too many ticks are seen at once; anything else waits until somebody went on.
      const now = own.filter(({ why }) => this.#left.has(question.key) || why === 'too-many' || why === 'not-alone')
      this.#say(question, place, now, input)
    }
    this.#tellPage(shown)
  }

  /** The form says which questions stood on its page: only those are kept or emptied. */
  #tellPage(shown: readonly string[]) {
    const name = CSS.escape(this.getAttribute('page-field') ?? '')
    const field = this.closest('form')?.querySelector<HTMLInputElement>(`input[name="${name}"]`)
    if (field) field.value = [...new Set([...field.value.split(','), ...shown])].filter((key) => key !== '').join(',')
  }

  #say(question: Question, place: HTMLElement, faults: Parameters<typeof answerFaultErrors>[0], input: FormInput) {
    const says = document.getElementById(`zegt-${question.key}`)
    if (says === null) return
    const lang = langOf(place.closest<HTMLElement>('[lang]')?.lang)
    const errors = answerFaultErrors(faults, lang)
    const text = faults.length > 0 ? Object.values(errors).join('. ') : ticked(question, input, lang)
    if (says.textContent === text) return
    says.textContent = text
    says.classList.toggle('plein-filling-says--fault', faults.length > 0)
    for (const { name } of fieldsOf(question)) mark(place, name, says.id, errors[name] !== undefined)
  }
}

/** Ties what is said of a field to it, for who does not see the page. A group of choices is one field. */
function mark(place: HTMLElement, name: string, says: string, wrong: boolean) {
  for (const control of place.querySelectorAll<Control>(`[name="${CSS.escape(name)}"]`)) {
    const field = control.type === 'radio' || control.type === 'checkbox' ? control.closest('fieldset') : control
    if (field === null) continue
    const others = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '' && id !== says)
    field.setAttribute('aria-describedby', (wrong ? [...others, says] : others).join(' '))
    if (control.type !== 'checkbox' && wrong) field.setAttribute('aria-invalid', 'true')
    else field.removeAttribute('aria-invalid')
  }
}

/** What the server said of a question is not about what stands there now. */
function takeBack(place: HTMLElement | null) {
  for (const said of place?.querySelectorAll<HTMLElement>('[id$="-fout"]') ?? []) said.hidden = true
  for (const field of place?.querySelectorAll('[class*="--invalid"]') ?? [])
    field.classList.remove('utrecht-form-field--invalid', 'utrecht-form-fieldset--invalid')
}

/** How many were ticked, where only so many may be. */
function ticked(question: Question, input: FormInput, lang: Lang): string {
  if (question.type !== 'multiple' || question.most === undefined) return ''
  const name = fieldsOf(question)[0]?.name ?? ''
  const count = input[name]?.length ?? 0
  return count === 0 ? '' : fillingWords[lang].ticked(count, question.most)
}

customElements.define('plein-filling', Filling)
