import type { Page, SerializedAXNode } from 'puppeteer-core';

/** What a screen reader is handed: every node of Chromium's accessibility tree, from the top of the page down. */
export async function nodesOn(page: Page): Promise<SerializedAXNode[]> {
  const root = await page.accessibility.snapshot({ interestingOnly: false });
  const nodes: SerializedAXNode[] = [];
  const add = (node: SerializedAXNode): void => {
    nodes.push(node);
    node.children?.forEach(add);
  };
  if (root) add(root);
  return nodes;
}

/** All that stands in a node, as it is read aloud. */
export function textIn({ role, name = '', children = [] }: SerializedAXNode): string {
  const inside = children.map(textIn).join(' ').replace(/\s+/g, ' ').trim();
  return role === 'StaticText' || inside === '' ? name : inside;
}

/** What is announced by itself: the live regions of the page that have something to say. */
export async function announcedOn(page: Page): Promise<string[]> {
  return (await nodesOn(page))
    .filter(({ role }) => role === 'status' || role === 'alert')
    .map(textIn)
    .filter(Boolean);
}
