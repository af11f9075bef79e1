// The door of this room: what neighbours and the application may use.
export {
  demoFaces,
  type DemoPart,
  langOf,
  namesOf,
  personName,
  personOfDemo,
  personWithEmail,
  reach,
  type Reachable,
} from './persons.sql.ts'
export { listAdministrators, listCoordinators, listEditors } from './people.sql.ts'
export { grant, inviteAdministrator, join, makePerson, type NewPerson } from './persons.actions.ts'
export {
  organisationName,
  organisationsPublic,
  organisationWithSlug,
  partnerOrganisations,
  type PublicOrganisation,
} from './organisations.sql.ts'
export { makeOrganisation, type NewOrganisation } from './organisations.actions.ts'
export { organisationTypes, type OrganisationType } from './organisation.rules.ts'
export { consentsOf, liveConsents, type Consent } from './consents.sql.ts'
export { giveConsent, withdrawConsent, type NewConsent } from './consents.actions.ts'
export { isLongSilent } from './retention.ts'
export { erasePerson, exportPerson, wasErased } from './erasure.actions.ts'
export { actFresh, stepUpField } from './step-up.web.tsx'
