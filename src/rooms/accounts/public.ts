// The door of this room: what neighbours and the application may use.
export {
  demoFaces,
  type DemoPart,
  namesOf,
  personName,
  personOfDemo,
  personWithEmail,
  reach,
  type Reachable,
} from './persons.sql.ts'
export { listAdministrators, listCoordinators, listEditors } from './people.sql.ts'
export { inviteAdministrator, makePerson } from './persons.actions.ts'
export {
  organisationName,
  organisationsPublic,
  organisationWithSlug,
  partnerOrganisations,
  type PublicOrganisation,
} from './organisations.sql.ts'
export { makeOrganisation } from './organisations.actions.ts'
export { organisationTypes, type OrganisationType } from './organisation.rules.ts'
export { liveConsents } from './consents.sql.ts'
export { giveConsent, withdrawConsent } from './consents.actions.ts'
export { isLongSilent } from './retention.ts'
export { erasePerson, exportPerson, wasErased } from './erasure.actions.ts'
export { actFresh, stepUpField } from './step-up.web.tsx'
