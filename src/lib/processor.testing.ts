/**
 * Milliseconds of processor time that this thread has used so far. What a text costs is the difference of two: other tests, and
 * a slow disk, take from the clock and not from this.
 */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
