// Writes a backup and puts it back in a process of its own, and says how much memory that took. For the test beside it.
import { createReadStream, createWriteStream } from 'node:fs'
import { writeBackup } from './backup.ts'
import { restoreBackup } from './restore.ts'

const [, , backupUrl = '', restoreUrl = '', file = ''] = process.argv
const key = { passphrase: 'for a test', random: true } as const
const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024)

const idle = megabytes()
const began = performance.now()
const { rows, bytes } = await writeBackup(backupUrl, key, createWriteStream(file), new Date(0))
const written = performance.now()
const back = await restoreBackup(createReadStream(file), { url: restoreUrl, key })
process.stdout.write(
  `${JSON.stringify({ rows, bytes, back: back.rows, idle, most: megabytes(), writeMs: Math.round(written - began), restoreMs: Math.round(performance.now() - written) })}\n`,
)
