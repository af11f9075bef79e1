// The door of this room: what neighbours and the application may use.
export { castVote, decideProposal, decisionOn, ownVote, proposeChange, type Decision } from './proposals.actions.ts'
export { addressSeat, offerSeat, takeSeat } from './seats.actions.ts'
export { listOwnSeats } from './seats.sql.ts'
export { statePosition, writeVision } from './vision.actions.ts'
export { paths as governancePaths } from './paths.ts'
