import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import '../../src/index.js';
import { openLender, type Lender } from '../support/lender.js';
import { clear, eventually, mount, part, press } from '../support/page.js';
import { SignInWindow } from '../support/sign-in-window.js';

type Position = [x: number, y: number];

describe('a mouse or a finger on <platform-picker>', () => {
  let lender: Lender;
  let signIn: SignInWindow;
  let picker: HTMLElementTagNameMap['platform-picker'];

  beforeEach(async () => {
    lender = await openLender();
    signIn = new SignInWindow(lender);
    picker = mount('platform-picker', { session: lender.session }, { 'source-types': 'Accounting' });
    await part(picker, 'not-listed');
  });

  afterEach(async () => {
    await resetMouse();
    signIn.restore();
    lender.end();
    clear();
  });

  const middleOf = (element: Element): Position => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return [Math.round(left + width / 2), Math.round(top + height / 2)];
  };
  /** Loads a picture, which the gateway in this page serves. */
  const load = async (picture: HTMLImageElement | null | undefined): Promise<Element> => {
    if (!picture) throw new Error('There is no picture.');
    const answer = await lender.fetch(new Request(picture.src));
    picture.src = URL.createObjectURL(await answer.blob());
    await eventually(() => picture.complete && picture.naturalWidth > 0, 'the picture');
    return picture;
  };
  /** A press of a hand that isn't steady. */
  const pressUnsteadily = async ([x, y]: Position): Promise<void> => {
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'down' });
    for (const by of [4, 8, 12]) await sendMouse({ type: 'move', position: [x + by, y] });
    await sendMouse({ type: 'up' });
  };

  it('chooses a platform by its logo, too, however unsteady the hand', async () => {
    const tile = await part(picker, 'tile', /Xero/);
    const logo = await load(tile.querySelector('img'));
    await pressUnsteadily(middleOf(logo));

    await part(picker, 'panel-heading', 'Finish signing in at Xero');
  });

  it('presses a platform’s own button as well', async () => {
    await press(picker, 'QuickBooks Online');
    const button = await part(picker, 'branded');
    for (const drawing of button.querySelectorAll('img')) await load(drawing);
    await pressUnsteadily(middleOf(button));

    await part(picker, 'panel-heading', 'Finish signing in at QuickBooks Online');
  });

  it('presses only what the first click of a double one has pressed, and not what takes its place', async () => {
    const click = (control: Element, detail: number): boolean =>
      control.dispatchEvent(
        new MouseEvent('click', { detail, bubbles: true, composed: true, cancelable: true }),
      );
    click(await part(picker, 'tile', /QuickBooks Online/), 1);
    const button = await part(picker, 'branded');
    expect(click(button, 2), 'the browser’s own action').to.equal(false);
    expect(signIn.opened).to.equal(0);

    click(button, 3);
    await part(picker, 'panel-heading', 'Finish signing in at QuickBooks Online');
    expect(signIn.opened).to.equal(1);
  });

  it('on plain text selects it, and gives the search field no focus, which opens a phone’s keyboard', async () => {
    const title = await part(picker, 'group-title');
    let isSearchFocused = false;
    picker.shadowRoot?.querySelector('input')?.addEventListener('focus', () => (isSearchFocused = true));
    const [x, y] = middleOf(title);
    await sendMouse({ type: 'move', position: [Math.ceil(title.getBoundingClientRect().left) + 1, y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'up' });

    expect(isSearchFocused).to.equal(false);
    expect(getSelection()?.toString()).to.equal('Most used');
  });

  it('leaves the search field the one that focus on the element goes to', async () => {
    await sendMouse({ type: 'click', position: middleOf(await part(picker, 'group-title')) });
    picker.focus();

    expect(picker.shadowRoot?.activeElement?.id).to.equal('search');
  });
});
