import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import '../../src/index.js';
import { platforms } from '../../src/simulator/platforms/platforms.js';
import { layoutProblems } from '../support/layout-checks.js';
import { openLender, type Lender } from '../support/lender.js';
import { clear, eventually, part, parts, mount, texts } from '../support/page.js';

/** The least room there is for an element. */
const narrow = '280px';

describe('the brands of platforms', () => {
  let lender: Lender;

  beforeEach(async () => {
    lender = await openLender();
  });

  afterEach(async () => {
    await resetMouse();
    clear();
    lender.end();
  });

  const setUp = <Tag extends 'platform-picker' | 'connection-list' | 'sync-progress'>(
    tag: Tag,
    width: string,
  ): HTMLElementTagNameMap[Tag] => {
    const element = mount(tag, { session: lender.session } as Partial<HTMLElementTagNameMap[Tag]>);
    element.style.inlineSize = width;
    return element;
  };

  /** Texts of a part in which a word does not stand in one piece. */
  const broken = (element: HTMLElement, name: string): string[] =>
    parts(element, name).flatMap((part) => {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const { currentNode: text } = walker;
        for (const word of (text.textContent ?? '').matchAll(/\S+/g)) {
          const range = document.createRange();
          range.setStart(text, word.index);
          range.setEnd(text, word.index + word[0].length);
          if (range.getClientRects().length > 1) found.push(`${word[0]} of ${part.innerText}`);
        }
      }
      return found;
    });

  it('are shown with every product’s full name, no word cut or broken, at 280 pixels', async () => {
    const picker = setUp('platform-picker', narrow);
    (await part(picker, 'button', /^Show all/)).click();
    await part(picker, 'tile', /QuickBooks Desktop/);
    const names = texts(picker, 'name');

    const known = new Set(platforms.map(({ name }) => name));
    expect(names).to.include.members([
      'QuickBooks Online',
      'QuickBooks Desktop',
      'Dynamics 365 Business Central',
    ]);
    expect(names.filter((name) => !known.has(name))).to.deep.equal([]);
    expect(broken(picker, 'name')).to.deep.equal([]);
    expect(layoutProblems()).to.deep.equal([]);
  });

  it('keep their full names in the list and in the sync progress, at 280 pixels', async () => {
    for (const key of ['trji', 'qhyg', 'pqsw']) await lender.addConnection(key, 'Marlow Bakery');
    const list = setUp('connection-list', narrow);
    const progress = setUp('sync-progress', narrow);
    await part(list, 'row');
    await part(progress, 'type');

    expect(texts(list, 'name')).to.have.members(
      ['Dynamics 365 Business Central', 'QuickBooks Desktop', 'QuickBooks Online'].map(
        (name) => `${name} Marlow Bakery`,
      ),
    );
    expect(broken(list, 'name')).to.deep.equal([]);
    expect(broken(progress, 'source-heading')).to.deep.equal([]);
    expect(layoutProblems()).to.deep.equal([]);
  });

  /** QuickBooks’ own button in the step before sign-in, its two drawings fetched from the gateway. */
  const buttonOf = async (
    picker: HTMLElement,
  ): Promise<{ panel: HTMLElement; drawings: HTMLImageElement[] }> => {
    (await part(picker, 'tile', /^QuickBooks Online/)).click();
    const panel = await part(picker, 'panel');
    const drawings = [...panel.querySelectorAll<HTMLImageElement>('[part="branded"] img')];
    for (const drawing of drawings) {
      const answer = await lender.fetch(new Request(drawing.src));
      drawing.src = URL.createObjectURL(await answer.blob());
      await eventually(() => drawing.complete && drawing.naturalWidth > 0, 'the drawing');
    }
    return { panel, drawings };
  };
  const shown = (drawings: readonly HTMLImageElement[]): boolean[] =>
    drawings.map((drawing) => drawing.checkVisibility({ visibilityProperty: true, opacityProperty: true }));

  for (const width of [narrow, '900px'])
    it(`are shown as their maker drew them: QuickBooks’ button, in proportion and uncropped, at ${width}`, async () => {
      const picker = setUp('platform-picker', width);
      const { panel, drawings } = await buttonOf(picker);

      expect(drawings).to.have.length(2);
      for (const drawing of drawings) {
        const { width, height, left, right, top, bottom } = drawing.getBoundingClientRect();
        const around = panel.getBoundingClientRect();
        const proportion = drawing.naturalWidth / drawing.naturalHeight;
        // WebKit rounds boxes to whole pixels.
        expect(width / height / proportion).to.be.closeTo(1, 0.015);
        expect(left >= around.left && right <= around.right && top >= around.top && bottom <= around.bottom)
          .to.be.true;
        const { filter, opacity, borderRadius, mixBlendMode, transform } = getComputedStyle(drawing);
        expect([filter, opacity, borderRadius, mixBlendMode, transform]).to.deep.equal([
          'none',
          '1',
          '0px',
          'normal',
          'none',
        ]);
      }
    });

  it('have their maker’s hover image: QuickBooks’ button changes under the pointer', async () => {
    const { panel, drawings } = await buttonOf(setUp('platform-picker', '900px'));
    panel.scrollIntoView({ block: 'center' });
    expect(shown(drawings)).to.deep.equal([true, false]);

    const { left, top } = (drawings[0] ?? panel).getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.ceil(left + 8), Math.ceil(top + 8)] });
    await eventually(() => shown(drawings)[1] === true, 'the look under the pointer');
    expect(shown(drawings)).to.deep.equal([false, true]);
  });

  it('have a connect button until they are connected: QuickBooks’ button stays while sign-in is unfinished, and goes then', async () => {
    const id = await lender.addConnection('qhyg');
    const picker = setUp('platform-picker', '900px');
    (await part(picker, 'tile', /QuickBooks Online Finish connecting$/)).click();
    await part(picker, 'branded');
    (await part(picker, 'back')).click();

    lender.simulator.authorize(id, 'Marlow Bakery');
    // What the gateway read before does for ten seconds.
    lender.tick(10_000);
    await lender.session.connections.refresh();
    (await part(picker, 'tile', /QuickBooks Online Connected$/)).click();
    await part(picker, 'panel-heading', 'QuickBooks Online is connected');
    expect(parts(picker, 'branded')).to.have.length(0);
  });
});

describe('Codat’s brand', () => {
  let lender: Lender;

  beforeEach(async () => {
    lender = await openLender();
  });

  afterEach(() => {
    clear();
    lender.end();
  });

  it('is an element of its own, so that a lender who leaves that out shows none of it', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const attributes = { lender: 'Larkspur' };
    const elements = [
      [mount('platform-picker', { session: lender.session }, attributes), 'not-listed'],
      [mount('connection-list', { session: lender.session }, attributes), 'row'],
      [mount('sync-progress', { session: lender.session }, attributes), 'type'],
      [mount('connection-result', { session: lender.session }, attributes), 'panel'],
    ] as const;

    for (const [element, drawn] of elements) {
      await part(element, drawn);
      const root = element.shadowRoot;
      expect(root?.textContent, element.localName).to.not.match(/codat/i);
      const pictures = [...(root?.querySelectorAll('img') ?? [])];
      expect(
        pictures.filter((picture) => !picture.closest('[part~="logo"], [part~="branded"]')),
        element.localName,
      ).to.deep.equal([]);
    }
  });
});
