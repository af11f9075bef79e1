/**
 * `relatedItems`: at most three items that may answer somebody's own words. `searchSquare`: the search of `/zoeken`: one page
 * of items, best first, with facet counts over everything that was found and the words that were taken for others. A query
 * without words that count finds nothing; both read the square only and throw nothing on purpose.
 */
export { relatedItems, searchSquare } from './search.actions.ts'
export { linksOf, requestsOf } from './items.square.sql.ts'
export { detailOfText, kindOf, linkKinds, type Details, type LinkKind } from './kinds.rules.ts'
/** For seeds: as an editor and an expert do it, under the proof of whoever tells the story. */
export { linkItems } from './item-links.actions.ts'
export { acceptTraining, pressFor } from './support.actions.ts'
export { answerFor, proposeRule } from './approvals.actions.ts'
export { addPicture } from './pictures.actions.ts'
export { proceed, publish } from './publishing.actions.ts'
export { stopKeeping } from './succession.actions.ts'
export { rewriteFields, suggestChange } from './suggestions.actions.ts'
export { adoptGap, closeGap, noteGap, openGap } from './gaps.actions.ts'
export { countForResearch, listResearchQuestions } from './desk-counts.actions.ts'
export { gapPaths } from './gaps.paths.ts'
export { gapOrigins, gapStates, pointsAtSomebody } from './gaps.rules.ts'
/** `listOldHosts`: the names of the sites that items moved here from, in small letters, without `www`. */
export { listOldHosts } from './old-addresses.sql.ts'
export { listGapSlugs, listPublicGaps, type PublicGap } from './gaps.square.sql.ts'
export { newestItems } from './newest.sql.ts'
/**
 * The shelf: what the search, the feeds and the open data know. Another room puts there what it publishes, with the `page` where
 * that stands; `takeFromShelf` takes it off again.
 */
export { placeOnShelf, takeFromShelf, type ShelfItem } from './shelf.sql.ts'
export { startDraftFromRequest, type Doer, type Harvest } from './starting.actions.ts'
export { importDocuments, type ImportOutcome } from './imports.actions.ts'
export { layBeforeSeats } from './seats.actions.ts'
export { prepareOwnItem, publishOwnItem, publishPrepared, type OwnItem } from './seeding.actions.ts'
/** `climb`: moves published items up the ladder of checking as far as the day says, a thousand at a time. */
export { climb } from './ladder.sql.ts'
/** What the worker does once a week: asks stewards by mail what is still right. */
export { askForChecks } from './check-letters.jobs.ts'
export { withdrawAllOfPerson } from './consent.actions.ts'
export { paths as editorPaths } from './paths.ts'
export { askForNewsletter, confirmSubscription } from './newsletter.actions.ts'
export { listSubscriptionIds, listSubscriptionsOf, stopSubscription } from './subscriptions.actions.ts'
export { sendNewsletter } from './newsletter.jobs.ts'
export { newsletterPaths } from './newsletter.paths.ts'
export { confirmSearch, followSearch } from './saved-searches.actions.ts'
export { sendNewAnswers } from './saved-searches.jobs.ts'
export { knowledgePaths } from './square.paths.ts'
export { everythingFeeds } from './feeds.rules.ts'
export { exportPartner, importPartner, PartnerFileRefused } from './exports.actions.ts'
export { lastChange, listPages } from './out.sql.ts'
export { fieldLexicon } from './lexicon.ts'
/**
 * What a partner brings in from elsewhere. `addSource` and `startRun`: a source of an organisation, and a reading of it; `readRun`
 * and `commitRun` do what the worker does (reading, and making drafts of what `acceptRun` took), whole or not at all.
 */
export { acceptRun, addSource, publishRun, sourceNamed, startRun } from './harvests.actions.ts'
/** `publishTaken` does what the worker does after `publishRun`: what came of a run and has nothing to look at, goes to the square. */
export { publishTaken } from './harvest-publishing.jobs.ts'
/** Decides what comes along of a site that moves in, part by part, and takes it. */
export { decideAndTake } from './moving.actions.ts'
export { runOf } from './harvests.sql.ts'
export { commitRun } from './harvest-committing.jobs.ts'
export { readRun } from './harvest-reading.jobs.ts'
export { addContact } from './topic-contacts.actions.ts'
export { saveStartPage } from './start-pages.actions.ts'
/** The start pages for one audience each, with their titles of now. Reads the square; every audience is always there. */
export { audiencePages } from './start-pages.sql.ts'
export type { StartKey } from './start-pages.rules.ts'
/** Items that stand on the square, by path word or id, in the order asked; what does not stand there is left out. */
export { listShownItems as itemsOnSquare } from './start-pages.sql.ts'
/** Says beside items that they came from a poll and the talks after it; see there. */
export { tellOrigins } from './origins.sql.ts'
