/** How an element of the page is rendered: its box, and every computed style except custom properties, which aren't visible. */
export interface StyleSnapshot {
  readonly name: string;
  readonly box: readonly [x: number, y: number, width: number, height: number];
  readonly styles: ReadonlyMap<string, string>;
}

/**
 * Snapshots of everything with a box inside an element of ours, with boxes relative to the element's own corner. Taken on two
 * pages, they can be compared.
 */
export function stylesInside(host: HTMLElement): StyleSnapshot[] {
  const root = host.shadowRoot;
  const base = root?.querySelector('[part="base"]')?.getBoundingClientRect();
  if (!root || !base) throw new Error(`<${host.localName}> has not been drawn.`);
  return [...root.querySelectorAll('*')]
    .filter((node) => getComputedStyle(node).display !== 'contents')
    .map((node) => styleOf(node, base));
}

/** Snapshots of the host's own elements: all on the page that are in no shadow root, nor within `leaveOut`. */
export function hostStyles(leaveOut: Element): StyleSnapshot[] {
  const origin = new DOMRect(-scrollX, -scrollY);
  return [...document.querySelectorAll('*')]
    .filter((node) => !leaveOut.contains(node) || node === leaveOut)
    .map((node) => styleOf(node, origin));
}

/** What differs between two pages, as sentences; empty if they are rendered alike. */
export function differences(
  before: readonly StyleSnapshot[],
  after: readonly StyleSnapshot[],
  but: ReadonlySet<string> = new Set(),
): string[] {
  if (before.length !== after.length) return [`${before.length} elements became ${after.length}`];
  return before.flatMap((one, index) => {
    const other = after[index];
    if (one.name !== other?.name) return [`${one.name} became ${other?.name ?? 'nothing'}`];
    const styles = [...one.styles]
      .filter(([name, value]) => other.styles.get(name) !== value && !but.has(name))
      .map(([name, value]) => `${one.name} ${name}: ${value} became ${other.styles.get(name) ?? 'nothing'}`);
    const moved = one.box.some((side, at) => Math.abs(side - (other.box[at] ?? NaN)) > 0.5);
    return moved ? [`${one.name} at ${one.box.join(' ')} went to ${other.box.join(' ')}`, ...styles] : styles;
  });
}

function styleOf(node: Element, origin: DOMRect): StyleSnapshot {
  const { x, y, width, height } = node.getBoundingClientRect();
  const computed = getComputedStyle(node);
  return {
    name: `${node.localName}${node.part.length > 0 ? `::part(${node.part.value})` : ''}`,
    // What isn't drawn has no box.
    box: width || height ? [x - origin.x, y - origin.y, width, height] : [0, 0, 0, 0],
    styles: new Map(
      [...computed]
        .filter((name) => !name.startsWith('--'))
        .map((name) => [name, computed.getPropertyValue(name)]),
    ),
  };
}
