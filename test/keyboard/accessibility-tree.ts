import type { Page, SerializedAXNode } from 'puppeteer-core';

/** Every node of Chromium's accessibility tree, which screen readers read, from the top of the page down. */
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

/** The whole text of a node, as it is read aloud. */
export function textIn({ role, name = '', children = [] }: SerializedAXNode): string {
  const inside = children.map(textIn).join(' ').replace(/\s+/g, ' ').trim();
  return role === 'StaticText' || inside === '' ? name : inside;
}

/** The texts of the page's live regions that aren't empty. */
export async function announcedOn(page: Page): Promise<string[]> {
  return (await nodesOn(page))
    .filter(({ role }) => role === 'status' || role === 'alert')
    .map(textIn)
    .filter(Boolean);
}
