// A process that joins a cluster, for the tests: prints one line of JSON when it is in, then a number for every row
// that was acknowledged (with `writes`), and stops when its input closes or says anything.
import { Client } from 'pg'
import { openCluster } from './cluster.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

const { dataDir, prefer, writes } = JSON.parse(process.argv[2] ?? '{}')
try {
  const cluster = await openCluster({ dataDir, prefer, log: complain })
  const { kind, version, socketDir, urls, databaseWasCreated } = cluster
  say(JSON.stringify({ kind, version, socketDir, urls, databaseWasCreated }))
  process.stdin.once('data', () => void cluster.stop().then(() => process.exit(0)))
  if (writes) {
    const client = new Client({ connectionString: urls.admin })
    client.on('error', () => undefined)
    await client.connect()
    await client.query('create table if not exists ledger (n int)')
    for (let n = 1; ; n += 1) {
      await client.query('insert into ledger values ($1)', [n])
      say(String(n))
    }
  }
} catch (error) {
  complain(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
