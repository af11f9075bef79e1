import { bothLanguages } from '../../lib/words.ts'
import type { Room } from '../../platform/room.ts'
import { alikeRoutes } from './writing/alike.web.tsx'
import { approvalJobs } from './deciding/approvals.jobs.ts'
import { approvalRoutes } from './deciding/approvals.web.tsx'
import { checkJobs } from './freshness/checks.jobs.ts'
import { checkRoutes } from './freshness/checks.web.tsx'
import { jobs } from './publishing/consent.jobs.ts'
import { consentWords } from './publishing/consent.text.ts'
import { consentRoutes } from './publishing/consent.web.tsx'
import { editingWords } from './writing/editing.text.ts'
import { editingRoutes } from './writing/editing.web.tsx'
import { figureRoutes } from './pages/figures.web.tsx'
import { dataMap, erasePerson, exportPerson } from './holdings.ts'
import { gapJobs } from './gaps/gaps.jobs.ts'
import { gapRoutes } from './gaps/gaps.web.tsx'
import { harvestsRetention } from './harvests/harvests.holdings.ts'
import { harvestJobs } from './harvests/harvests.jobs.ts'
import { harvestRoutes } from './harvests/harvests.web.tsx'
import { harvestWords } from './harvests/harvests.editing.text.ts'
import { harvestPaths } from './harvests/harvests.paths.ts'
import { itemLinkRoutes } from './items/item-links.web.tsx'
import { itemRoutes } from './pages/item-page.web.tsx'
import { oldAddressRoutes } from './moving/old-addresses.web.ts'
import { overviewRoutes } from './pages/overviews.web.tsx'
import { contactEditingWords } from './topic-contacts/topic-contacts.editing.text.ts'
import { contactEditingRoutes } from './topic-contacts/topic-contacts.editing.web.tsx'
import { contactsRetention } from './topic-contacts/topic-contacts.holdings.ts'
import { contactJobs } from './topic-contacts/topic-contacts.jobs.ts'
import { contactRoutes } from './topic-contacts/topic-contacts.web.tsx'
import { startPageRoutes } from './pages/start-pages.web.tsx'
import { startEditingWords } from './pages/start-pages.editing.text.ts'
import { successionJobs } from './stewards/succession.jobs.ts'
import { successionRoutes } from './stewards/succession.web.tsx'
import { successionWords } from './stewards/succession.text.ts'
import { suggestionsRetention } from './deciding/suggestions.holdings.ts'
import { suggestionJobs } from './deciding/suggestions.jobs.ts'
import { suggestionsWords } from './deciding/suggestions.text.ts'
import { suggestionRoutes } from './deciding/suggestions.web.tsx'
import { supportRoutes } from './items/support.web.tsx'
import { movingWords } from './moving/moving.editing.text.ts'
import { movingRetention } from './moving/moving.holdings.ts'
import { movingPaths } from './moving/moving.paths.ts'
import { movingRoutes } from './moving/moving.web.tsx'
import { newsletterJobs } from './subscriptions/newsletter.jobs.ts'
import { newsletterRoutes } from './subscriptions/newsletter.web.tsx'
import { paths } from './paths.ts'
import { savedSearchJobs } from './search/saved-searches.jobs.ts'
import { savedSearchPaths } from './search/saved-searches.paths.ts'
import { savedSearchText } from './search/saved-searches.text.ts'
import { savedSearchRoutes } from './search/saved-searches.web.tsx'
import { constraints } from './problems.ts'
import { redactionRoutes } from './publishing/redaction.web.tsx'
import { retention } from './retention.ts'
import { searchRoutes } from './search/search.web.tsx'
import { searchSuggestionRoutes } from './search/search-suggestions.web.ts'
import { seatsRoutes } from './deciding/seats.web.tsx'
import { adviceRoutes } from './writing/writing-advice.web.tsx'
import { picturesRetention } from './writing/pictures.holdings.ts'
import { pictureRoutes } from './writing/pictures.web.tsx'
import { versionRoutes } from './writing/versions.web.tsx'
import { agendaRoutes } from './out/agenda.web.ts'
import { catalogueRoutes } from './out/catalogue.web.tsx'
import { feedRoutes } from './out/feeds.web.tsx'
import { oaiRoutes } from './out/oai.web.ts'
import { openSetRoutes } from './out/open-set.web.ts'

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
