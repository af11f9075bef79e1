import { slugOf } from '../../lib/text/slug.ts'

/** The kinds of organisations. The same identifiers as the terms of that name, which stand on a floor above this room. */
export const organisationTypes = [
  'municipality',
  'clientOrganisation',
  'relativesOrganisation',
  'socialWorkOrganisation',
  'womensShelter',
  'homelessShelter',
  'supportedHousing',
  'mentalHealthProvider',
  'addictionCare',
  'youthCare',
  'clientSupport',
  'selfDirectionInitiative',
  'expertsOrganisation',
  'branchAssociation',
  'professionalAssociation',
  'knowledgeInstitute',
  'educationProvider',
  'researchBody',
  'funder',
  'advisoryCouncil',
  'media',
  'company',
  'otherOrganisation',
] as const
export type OrganisationType = (typeof organisationTypes)[number]

/** "Cliëntenraad ’t Gooi" becomes "clientenraad-t-gooi". @returns 'organisatie' when no letter or digit is left. */
export const slugOfOrganisation = (name: string): string => slugOf(name, 60) || 'organisatie'
