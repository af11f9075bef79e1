import { describeClusterOf } from './cluster.testing.ts'

await describeClusterOf('system')
