import { bothLanguages } from '../../lib/words.ts'
import type { Room } from '../../platform/room.ts'
import { alikeRoutes } from './alike.web.tsx'
import { approvalJobs } from './approvals.jobs.ts'
import { approvalRoutes } from './approvals.web.tsx'
import { checkJobs } from './checks.jobs.ts'
import { checkRoutes } from './checks.web.tsx'
import { jobs } from './consent.jobs.ts'
import { consentWords } from './consent.text.ts'
import { consentRoutes } from './consent.web.tsx'
import { editingWords } from './editing.text.ts'
import { editingRoutes } from './editing.web.tsx'
import { figureRoutes } from './figures.web.tsx'
import { dataMap, erasePerson, exportPerson } from './holdings.ts'
import { gapJobs } from './gaps.jobs.ts'
import { gapRoutes } from './gaps.web.tsx'
import { harvestsRetention } from './harvests.holdings.ts'
import { harvestJobs } from './harvests.jobs.ts'
import { harvestRoutes } from './harvests.web.tsx'
import { harvestWords } from './harvests.editing.text.ts'
import { harvestPaths } from './harvests.paths.ts'
import { itemLinkRoutes } from './item-links.web.tsx'
import { itemRoutes } from './item-page.web.tsx'
import { oldAddressRoutes } from './old-addresses.web.ts'
import { overviewRoutes } from './overviews.web.tsx'
import { contactEditingWords } from './topic-contacts.editing.text.ts'
import { contactEditingRoutes } from './topic-contacts.editing.web.tsx'
import { contactsRetention } from './topic-contacts.holdings.ts'
import { contactJobs } from './topic-contacts.jobs.ts'
import { contactRoutes } from './topic-contacts.web.tsx'
import { startPageRoutes } from './start-pages.web.tsx'
import { startEditingWords } from './start-pages.editing.text.ts'
import { successionJobs } from './succession.jobs.ts'
import { successionRoutes } from './succession.web.tsx'
import { successionWords } from './succession.text.ts'
import { suggestionsRetention } from './suggestions.holdings.ts'
import { suggestionJobs } from './suggestions.jobs.ts'
import { suggestionsWords } from './suggestions.text.ts'
import { suggestionRoutes } from './suggestions.web.tsx'
import { supportRoutes } from './support.web.tsx'
import { movingWords } from './moving.editing.text.ts'
import { movingRetention } from './moving.holdings.ts'
import { movingPaths } from './moving.paths.ts'
import { movingRoutes } from './moving.web.tsx'
import { newsletterJobs } from './newsletter.jobs.ts'
import { newsletterRoutes } from './newsletter.web.tsx'
import { paths } from './paths.ts'
import { savedSearchJobs } from './saved-searches.jobs.ts'
import { savedSearchPaths } from './saved-searches.paths.ts'
import { savedSearchText } from './saved-searches.text.ts'
import { savedSearchRoutes } from './saved-searches.web.tsx'
import { constraints } from './problems.ts'
import { redactionRoutes } from './redaction.web.tsx'
import { retention } from './retention.ts'
import { searchRoutes } from './search.web.tsx'
import { searchSuggestionRoutes } from './search-suggestions.web.ts'
import { seatsRoutes } from './seats.web.tsx'
import { adviceRoutes } from './writing-advice.web.tsx'
import { picturesRetention } from './pictures.holdings.ts'
import { pictureRoutes } from './pictures.web.tsx'
import { versionRoutes } from './versions.web.tsx'
import { agendaRoutes } from './agenda.web.ts'
import { catalogueRoutes } from './catalogue.web.tsx'
import { feedRoutes } from './feeds.web.tsx'
import { oaiRoutes } from './oai.web.ts'
import { openSetRoutes } from './open-set.web.ts'

export const room: Room = {
  name: 'knowledge',
  routes: [
    ...startPageRoutes,
    ...contactRoutes,
    ...contactEditingRoutes,
    ...overviewRoutes,
    ...supportRoutes,
    ...itemLinkRoutes,

    ...searchRoutes,
    ...searchSuggestionRoutes,
    ...itemRoutes,
    ...oldAddressRoutes,
    ...figureRoutes,
    ...checkRoutes,
    ...gapRoutes,
    ...harvestRoutes,
    ...movingRoutes,
    ...alikeRoutes,
    ...adviceRoutes,
    ...approvalRoutes,
    ...successionRoutes,
    ...suggestionRoutes,
    ...editingRoutes,
    ...versionRoutes,
    ...pictureRoutes,
    ...redactionRoutes,
    ...seatsRoutes,
    ...consentRoutes,
    ...feedRoutes,
    ...agendaRoutes,
    ...oaiRoutes,
    ...openSetRoutes,
    ...catalogueRoutes,
    ...newsletterRoutes,
    ...savedSearchRoutes,
  ],
  constraints,
  jobs: {
    on: {
      ...jobs.on,
      ...checkJobs.on,
      ...gapJobs.on,
      ...newsletterJobs.on,
      ...savedSearchJobs.on,
      ...contactJobs.on,
      ...harvestJobs.on,
      ...successionJobs.on,
      ...suggestionJobs.on,
    },
    daily: {
      ...jobs.daily,
      ...checkJobs.daily,
      ...gapJobs.daily,
      ...newsletterJobs.daily,
      ...savedSearchJobs.daily,
      ...harvestJobs.daily,
      ...approvalJobs.daily,
      ...successionJobs.daily,
    },
  },
  menu: [
    {
      path: paths.list,
      label: bothLanguages(editingWords.nl.menu, editingWords.en.menu),
      shownTo: (actor) => actor.kind === 'session' && actor.edits.size > 0,
    },
    {
      path: harvestPaths.sources,
      label: bothLanguages(harvestWords.nl.menu, harvestWords.en.menu),
      shownTo: (actor) => actor.kind === 'session' && actor.edits.size > 0,
    },
    {
      path: paths.wanted,
      label: bothLanguages(successionWords.nl.title, successionWords.en.title),
      shownTo: (actor) => actor.kind === 'session' && actor.permissions.has('administrator'),
    },
    {
      path: movingPaths.list,
      label: bothLanguages(movingWords.nl.menu, movingWords.en.menu),
      shownTo: (actor) => actor.kind === 'session' && actor.edits.size > 0,
    },
    {
      path: paths.contacts,
      label: bothLanguages(contactEditingWords.nl.menu, contactEditingWords.en.menu),
      shownTo: (actor) => actor.kind === 'session' && actor.edits.size > 0,
    },
    {
      path: paths.startPages,
      label: bothLanguages(startEditingWords.nl.menu, startEditingWords.en.menu),
      shownTo: (actor) => actor.kind === 'session' && (actor.edits.size > 0 || actor.permissions.has('administrator')),
    },
    {
      path: paths.ownSuggestions,
      label: bothLanguages(suggestionsWords.nl.own.menu, suggestionsWords.en.own.menu),
      shownTo: (actor) => actor.kind === 'session',
    },
    {
      path: paths.mine,
      label: bothLanguages(consentWords.nl.menu, consentWords.en.menu),
      shownTo: (actor) => actor.kind === 'session' && actor.permissions.has('expert'),
    },
    {
      path: savedSearchPaths.mine,
      label: bothLanguages(savedSearchText.nl.mine.menu, savedSearchText.en.mine.menu),
      shownTo: (actor) => actor.kind === 'session',
    },
  ],
  retention: [
    ...retention,
    ...suggestionsRetention,
    ...contactsRetention,
    ...picturesRetention,
    ...harvestsRetention,
    ...movingRetention,
  ],
  dataMap,
  exportPerson,
  erasePerson,
}
