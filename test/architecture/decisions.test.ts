import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

describe('DECISIONS.md', () => {
  const page = readFileSync('DECISIONS.md', 'utf8');
  const headings = Array.from(page.matchAll(/^## (.+)$/gm), ([, heading = '']) => heading);

  it('lists every entry in its index, with a link to its heading', () => {
    const index = Array.from(page.matchAll(/^(\d+)\. \[(.+)\]\(#(.+)\)$/gm), ([, number, title, anchor]) => ({
      heading: `${number}. ${title}`,
      anchor,
    }));
    assert.deepEqual(
      index,
      headings.map((heading) => ({ heading, anchor: anchorOf(heading) })),
    );
  });

  it('numbers its entries one after the other', () => {
    assert.deepEqual(
      headings.map((heading) => Number.parseInt(heading)),
      headings.map((_, index) => index + 1),
    );
  });
});

/** The fragment that GitHub gives a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .replaceAll(' ', '-');
