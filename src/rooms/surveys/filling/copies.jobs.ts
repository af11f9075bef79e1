import type { Tx } from '../../../platform/db/database.ts'
import type { RoomJobs, Work } from '../../../platform/jobs/work.ts'
import { letter } from '../../../platform/mail/letter.ts'
import { makeLink, revokeProof } from '../../../platform/proofs.ts'
import { href } from '../../../ui/address.ts'
import { sheetHolder } from '../../questionnaires/public.ts'
import { addressField } from './copies.actions.ts'
import { fillingPaths } from './filling.paths.ts'
import { fillingText } from './filling.text.ts'
import '../respondents.tables.ts'

const linkDays = 30

async function sendCopy(tx: Tx, work: Work, id: string): Promise<void> {
  const asked = await tx.deleteFrom('surveys_copies').where('id', '=', id).returningAll().executeTakeFirst()
  const sealer = asked && (await work.vault.sealerOf(tx, sheetHolder(asked.sheet_id)))
  if (!asked || !sealer) return
  const until = new Date(work.now().getTime() + linkDays * 86_400_000)
  const token = await makeLink(tx, { subject: asked.sheet_id, purpose: 'sheet-copy', until })
  const { button, ...words } = fillingText[asked.lang].letter
  const outcome = await work.mail.write(tx, {
    cause: `surveys.copy:${id}`,
    kind: 'unsolicited',
    to: sealer.open(addressField(id), asked.address_sealed),
    ...letter({
      lang: asked.lang,
      ...words,
      button: { label: button, href: work.origin + href(asked.lang, fillingPaths.ownAnswers(token)) },
    }),
  })
  if (outcome !== 'written') await revokeProof(tx, token)
}

export const copyJobs: RoomJobs = {
  on: {
    'surveys.copy-asked': {
      'send-copy': async (work, { subject }) => {
        if (subject !== null) await work.transaction((tx) => sendCopy(tx, work, subject))
      },
    },
  },
}
