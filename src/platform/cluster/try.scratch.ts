import { openCluster, removeCluster, cloneDatabase, dropDatabase, withDatabase } from './cluster.ts'
import { mkdtempSync } from 'node:fs'
const base = process.argv[3] ?? '/tmp/plt/d-'
for (const prefer of ['system','npm'] as const) {
  const dataDir = mkdtempSync(base)
  const log = (l: string) => console.log('  ', l)
  let t = performance.now(); const lap = (w: string) => { console.log(prefer, w, Math.round(performance.now()-t)); t = performance.now() }
  let c = await openCluster({ dataDir, prefer, log }); lap('first'); console.log(c.kind, c.version, c.databaseWasCreated, c.urls.house)
  await c.stop(); lap('stop')
  c = await openCluster({ dataDir, prefer, log }); lap('second')
  const d = await openCluster({ dataDir, prefer, log }); lap('join')
  await cloneDatabase(c.urls.admin,'plein','t1'); lap('clone'); await dropDatabase(c.urls.admin,'t1'); lap('drop')
  await c.stop(); lap('leave'); await d.stop(); lap('stop')
  await removeCluster(dataDir); lap('remove')
}
