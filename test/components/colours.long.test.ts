import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { behind, contrast } from '../support/contrast.js';
import { openLender, type Lender } from '../support/lender.js';
import { clear, part, parts, mount, press } from '../support/page.js';
import { SignInWindow } from '../support/sign-in-window.js';

/** Pages hosts have: none of them says whether it is a dark one. */
const pages = [
  { name: 'white', colour: '#1b2320', background: '#ffffff' },
  { name: 'cream', colour: '#222222', background: '#f4f1ea' },
  { name: 'grey', colour: '#ffffff', background: '#1f2937' },
  { name: 'night', colour: '#e9eeeb', background: '#131816' },
  { name: 'black', colour: '#ffffff', background: '#000000' },
] as const;

/** Colours of brands, from all over: pale, bright, deep and grey. */
const steps = ['00', '44', '88', 'cc', 'ff'];
const accents = steps.flatMap((red) =>
  steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)),
);

const least = (found: readonly { readonly what: string; readonly ratio: number }[]): number =>
  Math.min(...found.map(({ ratio }) => ratio));

describe('colours', () => {
  let lender: Lender;
  let signIn: SignInWindow;

  beforeEach(async () => {
    lender = await openLender();
    signIn = new SignInWindow(lender, { blocked: true });
  });

  afterEach(() => {
    document.body.removeAttribute('style');
    signIn.restore();
    lender.end();
    clear();
  });

  const dress = ({ colour, background }: (typeof pages)[number]): void => {
    document.body.style.color = colour;
    document.body.style.backgroundColor = background;
  };
  const connecting = async (): Promise<HTMLElement> => {
    const picker = mount('platform-picker', { session: lender.session }, { include: 'gbol' });
    await press(picker, 'Xero');
    return picker;
  };

  it('of any brand keep text readable, hovered or not', async () => {
    const picker = await connecting();
    const primary = await part(picker, 'primary');
    const found = accents.flatMap((accent) => {
      picker.style.setProperty('--codat-color-accent', accent);
      const { color, backgroundColor } = getComputedStyle(primary);
      const away = getComputedStyle(picker).getPropertyValue('--_away');
      primary.style.color = `color-mix(in oklab, ${accent} 88%, ${away})`;
      const pointedAt = getComputedStyle(primary).color;
      primary.style.removeProperty('color');
      return [backgroundColor, pointedAt].map((ground) => ({
        what: `${color} on ${ground}`,
        ratio: contrast(color, [ground]),
      }));
    });

    expect(found).to.have.length(2 * accents.length);
    expect(found.filter(({ ratio }) => ratio < 4.5)).to.deep.equal([]);
    expect(least(found)).to.be.greaterThan(4.5);
  });

  for (const page of pages) {
    it(`of any brand are visible as a line on a ${page.name} page`, async () => {
      signIn.restore();
      signIn = new SignInWindow(lender);
      dress(page);
      const picker = await connecting();
      const bar = await part(picker, 'waiting');
      const found = accents.map((accent) => {
        picker.style.setProperty('--codat-color-accent', accent);
        const line = getComputedStyle(bar, '::before').backgroundColor;
        return { what: `${accent} as ${line}`, ratio: contrast(line, [page.background]) };
      });

      expect(found.filter(({ ratio }) => ratio < 3)).to.deep.equal([]);
    });

    it(`of text and icons can be told from a ${page.name} page`, async () => {
      await lender.addConnection('gbol', 'Marlow Bakery');
      await lender.addConnection('fztf');
      const lost = await lender.addConnection('qkdj', 'Marlow Bakery');
      lender.simulator.deauthorize(lost);
      dress(page);
      const list = mount('connection-list', { session: lender.session });
      await part(list, 'row', /Access lost/);
      const found = [...parts(list, 'status'), ...parts(list, 'dates'), ...parts(list, 'name')].flatMap(
        (word) =>
          [word, ...word.querySelectorAll('svg')].map((element) => ({
            what: `${element.localName} in ${word.innerText}`,
            ratio: contrast(getComputedStyle(element).color, behind(element)),
          })),
      );

      expect(found.length).to.be.greaterThan(8);
      expect(found.filter(({ ratio }) => ratio < 4.5)).to.deep.equal([]);
    });
  }

  const ask = async (list: HTMLElement, action: string): Promise<HTMLElement> => {
    (await part(list, 'menu-button')).click();
    (await part(list, 'menu-item', action)).click();
    return part(list, 'dialog');
  };
  const hardToRead = (dialog: HTMLElement): string[] => {
    const texts = [...dialog.querySelectorAll<HTMLElement>('p, button, [role="heading"]')];
    expect(texts).to.have.length(4);
    return texts
      .filter((word) => contrast(getComputedStyle(word).color, behind(word)) < 4.5)
      .map((word) => word.innerText);
  };

  it('of a dialog are a pair, whatever the page', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    dress(pages[3]);
    const list = mount('connection-list', { session: lender.session });
    expect(hardToRead(await ask(list, 'Delete'))).to.deep.equal([]);
  });

  it('of a dialog keep its text readable where the host sets its surface alone', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = mount('connection-list', { session: lender.session });
    const dialog = await ask(list, 'Delete');
    for (const surface of ['#1e293b', '#000', '#27272a', '#fef3c7', '#fff']) {
      list.style.setProperty('--codat-color-surface', surface);
      expect(hardToRead(dialog), surface).to.deep.equal([]);
    }
  });

  it('show the shape of a primary button where the accent is the colour behind it', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    const list = mount('connection-list', { session: lender.session });
    const button = (await ask(list, 'Disconnect')).querySelector<HTMLElement>('[part~="primary"]');
    for (const colour of ['#fff', '#000', '#131816']) {
      list.style.setProperty('--codat-color-accent', colour);
      list.style.setProperty('--codat-color-surface', colour);
      const border = button && getComputedStyle(button).borderTopColor;
      expect(contrast(border ?? '', [colour]), colour).to.be.greaterThan(1.3);
    }
  });
});
