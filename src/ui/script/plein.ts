import '../style/plein.css'
import './errors.ts'
import './count.ts'
import './exit.ts'
import './suggest.ts'
import './progress.ts'
import './related.ts'
import './read-aloud.ts'
import { tellFolds } from './fold.ts'
import { guardForms } from './forms.ts'
import { restoreKept } from './keep.ts'

guardForms()
tellFolds()
restoreKept()
