/** A file that goes with a release. */
export type ReleaseFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

/** Where the files of a proposal stand: `there` also when it has none to wait for. */
export type FilesState = 'making' | 'failed' | 'there'

/**
 * The second person decides about what goes out, so a release of a wave waits for its files. One of which nobody ever asked the
 * files has failed: it was proposed before files were made.
 *
 * @param made how far the worker is; null when it was not asked
 */
export function filesOf(
  proposal: { readonly wave_id: string | null },
  made: { readonly state: 'making' | 'made' | 'failed' } | null,
): FilesState {
  if (proposal.wave_id === null) return 'there'
  if (made === null) return 'failed'
  return made.state === 'made' ? 'there' : made.state
}
