// The floor: what a page costs when somebody writes it by hand. Everything is in the document without a space too many,
// nothing is fetched but pictures, and a few lines of script search.

/** One platform of the gateway's list. */
export interface ListedPlatform {
  readonly name: string;
  readonly logoUrl?: string;
}

export interface ListedConnection extends ListedPlatform {
  readonly organisation: string;
}

const style = `
  body { margin: 0; padding: 1em; font: 16px/1.5 system-ui, sans-serif; }
  input { inline-size: 100%; max-inline-size: 24em; box-sizing: border-box; padding: 0.6em 0.75em; font: inherit; }
  ul { display: grid; gap: 0.5em; margin: 1em 0; padding: 0; list-style: none; }
  .tiles { grid-template-columns: repeat(auto-fill, minmax(15em, 1fr)); grid-auto-rows: 4em; }
  .tiles button { display: flex; align-items: center; gap: 0.75em; inline-size: 100%; block-size: 100%;
    padding: 0.5em 0.75em; border: 1px solid #bbb; border-radius: 8px; background: none; font: inherit; text-align: start; }
  .rows li { display: grid; grid-template-columns: auto 1fr auto; align-items: center; gap: 0.75em; padding: 0.75em 0;
    border-block-end: 1px solid #bbb; }
  img { inline-size: 2.5em; block-size: 2.5em; }
`;

const search = `
  const tiles = [...document.querySelectorAll('li')];
  const names = tiles.map((tile) => tile.textContent.toLowerCase());
  document.querySelector('input').oninput = ({ target }) => {
    const query = target.value.toLowerCase();
    tiles.forEach((tile, index) => {
      const hidden = !names[index].includes(query);
      if (tile.hidden !== hidden) tile.hidden = hidden;
    });
  };
`;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<"]/g, (each) => escapes[each] ?? '');

const logo = (src: string | undefined): string =>
  `<img src="${escape(src ?? 'data:,')}" alt="" loading="lazy" decoding="async">`;

/** A page of the lender's. */
export const lenderPage = (head: string, body: string): string =>
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
  `<link rel="icon" href="data:,"><title>Larkspur Lending</title>${head}<body>${body}`;

/** Every platform as a tile, and a search field that hides those whose names don't match. */
export function floorOfPicker(platforms: readonly ListedPlatform[]): string {
  const tiles = platforms.map(
    ({ name, logoUrl }) => `<li><button>${logo(logoUrl)}<span>${escape(name)}</span></button>`,
  );
  return lenderPage(
    `<style>${style}</style>`,
    '<input type="search" aria-label="Search platforms" autocomplete="off">' +
      `<ul class="tiles">${tiles.join('')}</ul><script>${search}</script>`,
  );
}

/** Connections as rows: logo, platform and organisation, status and date, and the button of a menu. */
export function floorOfList(connections: readonly ListedConnection[]): string {
  const rows = connections.map(
    ({ name, logoUrl, organisation }) =>
      `<li>${logo(logoUrl)}<div><b>${escape(name)}</b> · ${escape(organisation)}<br>Connected · since 29 November 2026</div>` +
      `<button aria-label="More: ${escape(name)}">…</button>`,
  );
  return lenderPage(`<style>${style}</style>`, `<h2>Connections</h2><ul class="rows">${rows.join('')}</ul>`);
}
