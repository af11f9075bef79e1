import { BlockList, isIP } from 'node:net'

// What is not the public internet: this machine, networks of one's own, the machine's provider, tests and the unassigned.
// IANA IPv4 Special-Purpose Address Registry; 168.63.129.16 is where one provider answers its machines.
const closedToAll = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closedToAll.addSubnet(net, bits, 'ipv4')

// Of IPv6 only what is given out to the world (2000::/3) is open, and of that not what carries another address inside it.
const world = new BlockList()
world.addSubnet('2000::', 3, 'ipv6')
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closedToAll.addSubnet(net, bits, 'ipv6')

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): readonly number[] {
  // The parser of web addresses knows every spelling and gives one of them.
  const plain = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const [head = '', tail] = plain.split('::')
  const read = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)))
  const [first, last] = [read(head), read(tail ?? '')]
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last]
}

/** The IPv4 address inside an IPv6 one that stands for it: mapped (::ffff:0:0/96) or translated (64:ff9b::/96). */
function carried(groups: readonly number[]): string | null {
  const prefix = groups.slice(0, 6).join(':')
  if (prefix !== `0:0:0:0:0:${0xffff}` && prefix !== `${0x64}:${0xff9b}:0:0:0:0`) return null
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.')
}

/**
 * Whether an address (as a number, not a name) belongs to the public internet. Anything else is closed: loopback, private,
 * link-local, shared, multicast and reserved ranges, the addresses where providers tell machines their secrets, and
 * whatever cannot be read as an address.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closedToAll.check(address, 'ipv4')
  if (family !== 6 || address.includes('%')) return false
  const inner = carried(groupsOf(address))
  if (inner !== null) return isPublicAddress(inner)
  return world.check(address, 'ipv6') && !closedToAll.check(address, 'ipv6')
}
