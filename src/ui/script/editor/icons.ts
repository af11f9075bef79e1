const paths: Readonly<Record<string, string>> = {
  undo: 'M8 5 3 10l5 5M3 10h11a6 6 0 0 1 0 12h-3',
  redo: 'm16 5 5 5-5 5M21 10H10a6 6 0 0 0 0 12h3',
  heading: 'M5 4v16M15 4v16M5 12h10M19 12v8',
  subheading: 'M6 7v12M14 7v12M6 13h8',
  strong: 'M7 4h6a4 4 0 0 1 0 8H7zm0 8h7a4 4 0 0 1 0 8H7z',
  em: 'M10 4h8M6 20h8M14 4l-4 16',
  bullets: 'M9 6h12M9 12h12M9 18h12M4 6h.01M4 12h.01M4 18h.01',
  numbers: 'M10 6h11M10 12h11M10 18h11M4 4v5M3 14h3l-3 5h3',
  indent: 'M4 5h16M11 10h9M11 14h9M4 19h16m-16-9 3 2-3 2',
  outdent: 'M4 5h16M11 10h9M11 14h9M4 19h16M7 10l-3 2 3 2',
  quote: 'M4 17c3-1 4-3 4-6H4V6h6v5c0 4-2 6-5 7M14 17c3-1 4-3 4-6h-4V6h6v5c0 4-2 6-5 7',
  link: 'M10 14a4 4 0 0 0 6 0l4-4a4 4 0 0 0-6-6l-1 1m1 5a4 4 0 0 0-6 0l-4 4a4 4 0 0 0 6 6l1-1',
  table: 'M3 5h18v14H3zM3 10h18M3 15h18M9 5v14M15 5v14',
  picture: 'M3 5h18v14H3zM8 9h.01M3 17l5-4 4 3 4-5 5 5',
  rowBelow: 'M4 4h16v8H4zM12 15v6M9 18h6',
  columnRight: 'M4 4h8v16H4zM15 12h6M18 9v6',
  deleteRow: 'M4 4h16v8H4zM9 18h6',
  deleteColumn: 'M4 4h8v16H4zM15 12h6',
  deleteTable: 'M3 5h18v14H3zM8 9l8 6M16 9l-8 6',
}

/** A drawing for a button; its name stands on the button itself. */
export function iconOf(name: string): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(space, 'path')
  path.setAttribute('d', paths[name] ?? '')
  svg.append(path)
  return svg
}
