/**
 * `relatedItems`: at most three items that may answer somebody's own words. `searchSquare`: the search of `/zoeken`: one page
 * of items, best first, with facet counts over everything that was found and the words that were taken for others. A query
 * without words that count finds nothing; both read the square only and throw nothing on purpose.
 */
export { relatedItems, searchSquare } from './search/search.actions.ts'
export { linksOf, requestsOf } from './items/items.square.sql.ts'
export { detailOfText, kindOf, linkKinds, type Details, type LinkKind } from './kinds/kinds.rules.ts'
/** For seeds: as an editor and an expert do it, under the proof of whoever tells the story. */
export { linkItems } from './items/item-links.actions.ts'
export { acceptTraining, pressFor } from './items/support.actions.ts'
export { answerFor, proposeRule } from './deciding/approvals.actions.ts'
export { addPicture } from './writing/pictures.actions.ts'
export { proceed, publish } from './publishing/publishing.actions.ts'
export { stopKeeping } from './stewards/succession.actions.ts'
export { rewriteFields, suggestChange } from './deciding/suggestions.actions.ts'
export { adoptGap, closeGap, noteGap, openGap } from './gaps/gaps.actions.ts'
export { countForResearch, listResearchQuestions } from './items/desk-counts.actions.ts'
export { gapPaths } from './gaps/gaps.paths.ts'
export { gapOrigins, gapStates, pointsAtSomebody } from './gaps/gaps.rules.ts'
/** `listOldHosts`: the names of the sites that items moved here from, in small letters, without `www`. */
export { listOldHosts } from './moving/old-addresses.sql.ts'
export { listGapSlugs, listPublicGaps, type PublicGap } from './gaps/gaps.square.sql.ts'
export { newestItems } from './pages/newest.sql.ts'
/**
 * The shelf: what the search, the feeds and the open data know. Another room puts there what it publishes, with the `page` where
 * that stands; `takeFromShelf` takes it off again.
 */
export { placeOnShelf, takeFromShelf, type ShelfItem } from './search/shelf.sql.ts'
export { startDraftFromRequest } from './items/starting.actions.ts'
export { importDocuments } from './harvests/imports.actions.ts'
export { layBeforeSeats } from './deciding/seats.actions.ts'
export { prepareOwnItem, publishOwnItem, publishPrepared } from './seeding.actions.ts'
/** `climb`: moves published items up the ladder of checking as far as the day says, a thousand at a time. */
export { climb } from './freshness/ladder.sql.ts'
/** What the worker does once a week: asks stewards by mail what is still right. */
export { askForChecks } from './freshness/check-letters.jobs.ts'
export { paths as editorPaths } from './paths.ts'
export { askForNewsletter, confirmSubscription } from './subscriptions/newsletter.actions.ts'
export { listSubscriptionIds, listSubscriptionsOf, stopSubscription } from './subscriptions/subscriptions.actions.ts'
export { sendNewsletter } from './subscriptions/newsletter.jobs.ts'
export { newsletterPaths } from './subscriptions/newsletter.paths.ts'
export { confirmSearch, followSearch } from './search/saved-searches.actions.ts'
export { sendNewAnswers } from './search/saved-searches.jobs.ts'
export { knowledgePaths } from './square.paths.ts'
export { everythingFeeds } from './out/feeds.rules.ts'
export { exportPartner, importPartner, PartnerFileRefused } from './out/exports.actions.ts'
export { lastChange, listPages } from './out/out.sql.ts'
export { fieldLexicon } from './search/lexicon.ts'
/**
 * What a partner brings in from elsewhere. `addSource` and `startRun`: a source of an organisation, and a reading of it; `readRun`
 * and `commitRun` do what the worker does (reading, and making drafts of what `acceptRun` took), whole or not at all.
 */
export { acceptRun, addSource, publishRun, sourceNamed, startRun } from './harvests/harvests.actions.ts'
/** `publishTaken` does what the worker does after `publishRun`: what came of a run and has nothing to look at, goes to the square. */
export { publishTaken } from './harvests/harvest-publishing.jobs.ts'
/** Decides what comes along of a site that moves in, part by part, and takes it. */
export { decideAndTake } from './moving/moving.actions.ts'
export { runOf } from './harvests/harvests.sql.ts'
export { commitRun } from './harvests/harvest-committing.jobs.ts'
export { readRun } from './harvests/harvest-reading.jobs.ts'
export { addContact } from './topic-contacts/topic-contacts.actions.ts'
export { saveStartPage } from './pages/start-pages.actions.ts'
/** The start pages for one audience each, with their titles of now. Reads the square; every audience is always there. */
export { audiencePages } from './pages/start-pages.sql.ts'
export type { StartKey } from './pages/start-pages.rules.ts'
/** Items that stand on the square, by path word or id, in the order asked; what does not stand there is left out. */
export { listShownItems as itemsOnSquare } from './pages/start-pages.sql.ts'
/** Says beside items that they came from a poll and the talks after it; see there. */
export { tellOrigins } from './pages/origins.sql.ts'
