/**
 * Whether an item says who experts are or what they do: a job profile, or a role described as a term. Such an item is not
 * published without the seats of experts.
 */
export const isAboutExperts = (item: { readonly type: string | null; readonly roles: readonly string[] }): boolean =>
  item.type === 'jobProfile' || (item.type === 'termItem' && item.roles.length > 0)
