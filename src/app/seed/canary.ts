import { randomBytes } from 'node:crypto'

/** A token that was put in one free-text field, and the kinds of people who may ever see it. */
export type Canary = {
  readonly token: string
  readonly field: string
  readonly owner: string
  readonly who: readonly string[]
}

/** Puts words in fields; with canaries every one carries a token of its own. */
export type Writer = {
  /** @returns the sentence for a field (`advice_requests.question`) of an owner (`request:<id>`), for these kinds of people. */
  write(field: string, owner: string, who: readonly string[], sentence: string): string
  /** An address of nobody's mailbox. */
  address(owner: string, name: string): string
  readonly canaries: readonly Canary[]
}

/** @param withCanaries without them the sentences stay as they are */
export function writerOf(withCanaries: boolean): Writer {
  const canaries: Canary[] = []
  const token = (field: string, owner: string, who: readonly string[]) => {
    const made = `kanarie${randomBytes(9).toString('hex')}`
    canaries.push({ token: made, field, owner, who })
    return made
  }
  return {
    canaries,
    write: (field, owner, who, sentence) => (withCanaries ? `${sentence} ${token(field, owner, who)}` : sentence),
    address: (owner, name) =>
      withCanaries
        ? `${token(`${owner.startsWith('person') ? 'accounts_persons' : 'advice_contacts'}.email`, owner, ['self', 'coordinator', 'administrator'])}@example.org`
        : `${name}@example.org`,
  }
}
