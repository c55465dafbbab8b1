import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createFocusTrap } from 'focus-trap';
import '../../src/index.js';
import { behind, contrast } from '../support/contrast.js';
import { openHostPage, type HostPage } from '../support/host-page.js';
import { openLender, type Lender } from '../support/lender.js';
import { differences, stylesInside, hostStyles, type StyleSnapshot } from '../support/style-snapshots.js';
import { eventually, focused, part, parts, press } from '../support/page.js';
import { resizePage } from '../support/viewport.js';

/** Styles that everything on a page inherits, ours too, and that aren't visible there. */
const handedOn = new Set(['-webkit-tap-highlight-color', 'list-style-type', 'tab-size', 'text-size-adjust']);

const modules = new URL('/node_modules/', location.origin).href;

/** The elements, each with a part that is there once it has what it shows, and what it is given. */
const elements = {
  'platform-picker': {
    drawn: 'not-listed',
    attributes: { 'source-types': 'Accounting', lender: 'Larkspur' },
  },
  'connection-list': { drawn: 'row', attributes: { lender: 'Larkspur' } },
  'sync-progress': { drawn: 'type', attributes: {} },
  'connection-result': { drawn: 'panel', attributes: { lender: 'Larkspur', 'continue-to': '/' } },
  'powered-by-codat': { drawn: 'label', attributes: {} },
} as const;

type Tag = keyof typeof elements;
const tags = Object.keys(elements) as Tag[];

const hosts = {
  'Bootstrap’s reset': { sheets: [`${modules}bootstrap/dist/css/bootstrap-reboot.min.css`] },
  'Tailwind’s preflight': { sheets: [`${modules}tailwindcss/preflight.css`] },
  'rules that unset everything': { css: '* { all: unset }' },
  'rules for every element there is': {
    css: `* { margin: 0; padding: 0; border: 0; outline: none; list-style: none; box-sizing: content-box }
      div, span, p, ul, li, button, input, label, svg, img, dialog { display: inline; float: right; color: red }`,
  },
  'a root of 62.5 %': { css: 'html { font-size: 62.5% } body { font-size: 1.6rem }' },
  'shouting text that never wraps': {
    css: 'body { text-transform: uppercase; white-space: nowrap; word-break: break-all; text-indent: 2em; font-weight: 900; text-align: center }',
  },
} as const;

describe('on a page with', () => {
  let lender: Lender;
  let page: HostPage | undefined;

  beforeEach(() => resizePage({ width: 1280, height: 900 }));

  beforeEach(async () => {
    lender = await openLender();
    await lender.addConnection('gbol', 'Marlow Bakery');
  });

  afterEach(() => {
    page?.remove();
    lender.end();
  });

  const show = async (tag: Tag, { container }: HostPage): Promise<HTMLElement> => {
    const { drawn, attributes } = elements[tag];
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    container.append(Object.assign(element, { session: lender.session }));
    await part(element, drawn);
    // What decides on marks and logos has arrived too.
    await Promise.all([lender.session.connections.refresh(), lender.session.platforms.refresh()]);
    await element.updateComplete;
    const logos = [...(element.shadowRoot?.querySelectorAll('img') ?? [])];
    for (const logo of logos) logo.loading = 'eager';
    await eventually(
      () => logos.every((logo) => logo.complete && (logo.naturalWidth > 0 || logo.closest('.plain'))),
      'the logos, or a letter in their place',
    );
    return element;
  };

  /** How an element is rendered on an unstyled page. */
  const neutral = async (tag: Tag): Promise<StyleSnapshot[]> => {
    const calm = await openHostPage({});
    const styles = stylesInside(await show(tag, calm));
    calm.remove();
    return styles;
  };

  for (const [name, facts] of Object.entries(hosts)) {
    for (const tag of tags) {
      it(`${name}, <${tag}> looks as anywhere else, and nothing of the host’s changes`, async () => {
        const calm = await neutral(tag);
        page = await openHostPage(facts);
        const before = hostStyles(page.container);
        const element = await show(tag, page);

        expect(differences(before, hostStyles(page.container)), 'the host').to.deep.equal([]);
        expect(differences(calm, stylesInside(element), handedOn), 'ours').to.deep.equal([]);
        element.remove();
        expect(differences(before, hostStyles(page.container)), 'once it is gone').to.deep.equal([]);
      });
    }
  }

  it('everything from right to left, each element does too, and nothing is cut', async () => {
    for (const tag of tags) {
      page = await openHostPage({});
      page.container.dir = 'rtl';
      page.container.style.inlineSize = '280px';
      const element = await show(tag, page);
      const { left, right } = page.container.getBoundingClientRect();
      for (const { name, box } of stylesInside(element)) {
        const x =
          box[0] + (element.shadowRoot?.querySelector('[part="base"]')?.getBoundingClientRect().x ?? 0);
        const isDrawn = box[2] > 1;
        expect(!isDrawn || (x >= left - 0.5 && x + box[2] <= right + 0.5), `${tag} ${name}`).to.equal(true);
      }
      for (const name of parts(element, 'name')) {
        const box = name.getBoundingClientRect();
        const logo = name
          .closest('[part="tile"], [part="row"]')
          ?.querySelector('[part="logo"]')
          ?.getBoundingClientRect();
        // Beside its logo, or under it where there is no room beside.
        expect(logo && (box.right < logo.left || box.top > logo.bottom), `${tag} ${name.innerText}`).to.equal(
          true,
        );
      }
      page.remove();
    }
  });

  for (const [name, around] of Object.entries({
    'a <dialog>': '<dialog open><place></place></dialog>',
    'a flexbox': '<div style="display: flex"><place></place></div>',
    'a column that centres':
      '<div style="display: flex; flex-direction: column; align-items: center"><place></place></div>',
    'a grid that centres': '<div style="display: grid; place-items: center"><place></place></div>',
    'a table': '<table><tr><td><place></place></td></tr></table>',
    'a float': '<div style="float: left"><place></place></div>',
  }))
    it(`${name} as wide as its content, each element has room on a laptop and fits a phone`, async () => {
      for (const tag of [
        'platform-picker',
        'connection-list',
        'sync-progress',
        'connection-result',
      ] as const) {
        page = await openHostPage({ around });
        page.container.style.inlineSize = 'auto';
        page.container.style.blockSize = 'auto';
        const element = await show(tag, page);
        expect(element.offsetWidth, tag).to.be.greaterThan(500);

        await resizePage({ width: 360, height: 900 });
        // The table and the form of the host's page may be wider than a phone.
        expect(element.getBoundingClientRect().right, tag).to.be.at.most(innerWidth);
        await resizePage({ width: 1280, height: 900 });
        page.remove();
      }
    });

  it('dark colours it does not declare, all text and icons can be told from it', async () => {
    for (const tag of tags) {
      page = await openHostPage({ css: 'html { background: #131816 }' });
      page.container.style.color = '#e9eeeb';
      const element = await show(tag, page);
      const inner = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])];
      const seen = inner.filter((node) => node.checkVisibility() && (node.matches('svg') || hasWords(node)));
      for (const node of seen)
        expect(
          contrast(getComputedStyle(node).color, behind(node)),
          `${tag} ${node.outerHTML}`,
        ).to.be.at.least(4.5);
      expect(seen.length).to.be.greaterThan(0);
      page.remove();
    }
  });

  it('a modal <dialog>, the picker connects in it', async () => {
    page = await openHostPage({
      around: '<dialog><h2>Connect</h2><place></place><button>Close</button></dialog>',
    });
    document.querySelector('dialog')?.showModal();
    const picker = await show('platform-picker', page);

    picker.focus();
    await eventually(() => page?.container.contains(document.activeElement), 'focus');
    await press(picker, 'Zoho Books');
    await part(picker, 'panel-heading');
  });

  it('a modal that traps focus by script, a dialog is opened and answered by keyboard above it', async () => {
    page = await openHostPage({
      css: '.modal { position: fixed; inset: 0; z-index: 2147483647; background: white; overflow: hidden }',
      around: '<div class="modal" role="dialog"><button>Close</button><place></place></div>',
    });
    const modal = document.querySelector<HTMLElement>('.modal');
    if (!modal) throw new Error('There is no modal.');
    const list = await show('connection-list', page);
    const trap = createFocusTrap(modal);
    trap.activate();
    try {
      await choose(list, 'Disconnect');
      const dialog = await part(list, 'dialog');
      await eventually(() => focused(list) === 'Keep connected', 'focus in the question');
      expect(isOnTop(dialog, list)).to.equal(true);

      await sendKeys({ press: 'Tab' });
      expect(focused(list)).to.equal('Disconnect');
      await sendKeys({ press: 'Enter' });
      await part(list, 'status', 'Disconnected');
    } finally {
      trap.deactivate();
    }
  });

  it('a card with hidden overflow, a menu and a dialog are shown whole', async () => {
    page = await openHostPage({
      css: '.card { overflow: hidden; block-size: 120px; inline-size: 300px; transform: translate(0); contain: paint }',
      around: '<div class="card"><place></place></div>',
    });
    const list = await show('connection-list', page);
    await choose(list, 'Delete');

    expect(isOnTop(await part(list, 'dialog'), list)).to.equal(true);
  });
});

/** Takes one thing of the menu of the first row. */
async function choose(list: HTMLElement, item: string): Promise<void> {
  (await part(list, 'menu-button')).click();
  const menu = await eventually(() =>
    parts(list, 'menu').find(({ classList }) => classList.contains('placed')),
  );
  expect(isOnTop(menu, list)).to.equal(true);
  (await part(list, 'menu-item', item)).click();
}

/** Whether nothing lies over any corner of a box, nor over its middle. */
function isOnTop(box: HTMLElement, host: HTMLElement): boolean {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  const points = [
    [left + 9, top + 9],
    [right - 9, top + 9],
    [left + 9, bottom - 9],
    [right - 9, bottom - 9],
    [(left + right) / 2, (top + bottom) / 2],
  ] as const;
  return points.every(([x, y]) => {
    const hit = host.shadowRoot?.elementFromPoint(x, y);
    return box.contains(hit ?? null);
  });
}

/** Whether an element has text of its own, not only its children's. */
function hasWords(element: Element): boolean {
  return [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
}
