import { dayOfMoment } from './days.js'
import { slowPattern } from './slow-patterns.js'

export default { meta: { name: 'plein' }, rules: { 'slow-pattern': slowPattern, 'day-of-moment': dayOfMoment } }
