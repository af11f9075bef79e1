import { may, type Access } from '../../platform/http/access.ts'

const coordinators = may('coordinator')

/** Coordinators; for everybody else who is signed in the desk's pages are not there. */
export const deskOnly: Access = {
  ...coordinators,
  judge(actor) {
    const verdict = coordinators.judge(actor)
    return verdict === 'forbidden' ? 'hidden' : verdict
  },
}
