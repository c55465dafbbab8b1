import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { Clipboard } from '../../support/clipboard.js';
import { openLender, type Lender } from '../../support/lender.js';
import {
  clear,
  eventually,
  nextEvent,
  part,
  parts,
  mount,
  press,
  recordEvents,
  texts,
} from '../../support/page.js';
import { SignInWindow } from '../../support/sign-in-window.js';

/** The words of a tile's name that go on in the next line, though they are no wider than the tile. */
function brokenWords(name: HTMLElement): string[] {
  const { firstChild: text } = name;
  const { paddingLeft, paddingRight } = getComputedStyle(name.closest('button') ?? name);
  const room =
    (name.closest('button')?.clientWidth ?? 0) - parseFloat(paddingLeft) - parseFloat(paddingRight);
  const range = document.createRange();
  return [...(text?.textContent ?? '').matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
    if (text) range.setStart(text, index);
    if (text) range.setEnd(text, index + word.length);
    const pieces = [...range.getClientRects()].map(({ width }) => width);
    return pieces.length > 1 && pieces.reduce((sum, width) => sum + width) <= room ? [word] : [];
  });
}

/** Where the words of a control begin. */
function textLeft(control: HTMLElement): number {
  const words = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (words.nextNode()) {
    range.selectNodeContents(words.currentNode);
    const [line] = range.getClientRects();
    if (line) return line.left;
  }
  return NaN;
}

describe('<platform-picker>', () => {
  let lender: Lender;
  let signIn: SignInWindow;

  beforeEach(async () => {
    lender = await openLender();
    signIn = new SignInWindow(lender);
  });

  afterEach(() => {
    signIn.restore();
    lender.end();
    clear();
  });

  const accounting = { 'source-types': 'Accounting', lender: 'Larkspur' };
  const setUp = (attributes: Record<string, string> = accounting): HTMLElementTagNameMap['platform-picker'] =>
    mount('platform-picker', { session: lender.session }, attributes);

  it('has no button for more platforms on a phone when it shows them all', async () => {
    const keys = 'trji qudb pbbf pdvj pqsw jcrp knfz pbtz rwuv';
    const picker = mount('platform-picker', { session: lender.session }, { include: keys, featured: keys });
    picker.style.inlineSize = '360px';

    await part(picker, 'tile');
    expect(parts(picker, 'tile').filter((tile) => tile.checkVisibility()).length).to.equal(9);
    expect(texts(picker, 'button').filter((text) => text.includes('9'))).to.deep.equal([]);
  });

  for (const [few, attributes] of Object.entries({
    'three platforms': { include: 'gbol pbtz rwuv' },
    'twelve, three of which are among the most used': {
      include: 'trji qudb pbbf fbrh pdvj pqsw jcrp knfz pbtz gbol rwuv qhyg',
    },
    'eleven, none of which is among the most used': {
      include: 'trji qudb pbbf pdvj pqsw jcrp knfz pbtz rwuv hbql akxx',
    },
    'nine, all of which the lender features': {
      include: 'trji qudb pbbf pdvj pqsw jcrp knfz pbtz rwuv',
      featured: 'trji qudb pbbf pdvj pqsw jcrp knfz pbtz rwuv',
    },
    'ten, two of which the lender features': {
      include: 'trji qudb pbbf pdvj pqsw jcrp knfz pbtz rwuv gbol',
      featured: 'pbtz rwuv',
    },
  }))
    it(`is as tall while it loads ${few} as with them, however wide it is`, async () => {
      document.body.style.font = '16px/1.5 sans-serif';
      const pending = lender.holdResponse(({ url }) => url.includes('/platforms'));
      const widths = [320, 360, 430, 530, 640, 1200];
      const pickers = widths.map((width) => {
        const picker = mount(
          'platform-picker',
          { session: lender.session },
          { lang: 'en-GB', ...attributes },
        );
        picker.style.inlineSize = `${width}px`;
        return picker;
      });
      const heights = (): number[] => pickers.map((picker) => picker.getBoundingClientRect().height);
      await pending.ready;
      for (const picker of pickers) await part(picker, 'skeleton');
      const before = heights();
      pending.release();
      for (const picker of pickers) await part(picker, 'tile');

      const moved = heights().flatMap((height, index) => {
        const [width = 0, was = 0] = [widths[index], before[index]];
        return Math.abs(height - was) < 3 ? [] : [`${width} px wide: from ${was} to ${height}`];
      });
      expect(moved).to.deep.equal([]);
      document.body.removeAttribute('style');
    });

  it('shows the platforms that are enabled, the most used first', async () => {
    const picker = setUp();
    await part(picker, 'group');

    expect(texts(picker, 'name').slice(0, 4)).to.deep.equal([
      'Xero',
      'QuickBooks Online',
      'Sage Accounting',
      'FreeAgent',
    ]);
    expect(texts(picker, 'name')).to.include('Zoho Books').and.not.include('Workday');
  });

  it('hides sandboxes unless the host asks for them', async () => {
    const without = setUp();
    await part(without, 'group');
    const withSandbox = setUp({ ...accounting, sandbox: '' });
    await part(withSandbox, 'group');

    expect(texts(without, 'name')).to.not.include('Sandbox');
    expect(texts(withSandbox, 'name')).to.include('Sandbox');
  });

  it('shows no platform that has no sign-in, whatever the host asks for', async () => {
    const picker = setUp({ include: 'suuo, zpqy, lqai' });
    await part(picker, 'group');

    expect(texts(picker, 'name')).to.deep.equal(['Plaid']);
  });

  it('has a search field for nine platforms, and none for eight', async () => {
    const nine = 'gbol, qhyg, suuo, upvr, pbtz, rwuv, mqjo, qhnd, pqsw';
    const picker = setUp({ include: nine, sandbox: '' });
    await part(picker, 'search');
    expect(texts(picker, 'name')).to.have.length(9);
    picker.setAttribute('exclude', 'rwuv');

    await eventually(() => texts(picker, 'name').length === 8);
    expect(parts(picker, 'search')).to.deep.equal([]);
  });

  it('shows only what the host includes, without what it excludes', async () => {
    const picker = setUp({ include: 'gbol, qhyg suuo', exclude: 'qhyg' });
    await part(picker, 'group');

    expect(texts(picker, 'name')).to.deep.equal(['Xero', 'Plaid']);
  });

  it('finds a platform by any part of its name, and announces the count', async () => {
    const picker = setUp();
    const search = (await part(picker, 'search')).querySelector('input');
    if (!search) throw new Error('There is no field to search by.');
    search.value = 'bòoks onl';
    search.dispatchEvent(new InputEvent('input'));

    await part(picker, 'small', '1 platform');
    expect(texts(picker, 'name')).to.deep.equal(['QuickBooks Online']);

    search.value = 'nothing of the kind';
    search.dispatchEvent(new InputEvent('input'));
    await part(picker, 'note', /^Nothing found for “nothing of the kind”/);
  });

  it('shows the maker’s own button before sign-in, and none once connected', async () => {
    const picker = setUp();
    const connected = nextEvent('codat-connected');

    await press(picker, 'QuickBooks Online');
    (await part(picker, 'branded')).click();
    await signIn.pressAndReturn('Allow');
    await connected;
    await press(picker, 'Change');

    (await part(picker, 'tile', /QuickBooks Online Connected$/)).click();
    await part(picker, 'panel-heading', 'QuickBooks Online is connected');
    expect(parts(picker, 'branded')).to.have.length(0);
  });

  it('says of a connected platform that it is, whatever else is connected', async () => {
    await lender.addConnection('gbol', 'Marlow Bakery');
    await lender.addConnection('qhyg', 'Marlow Bakery');
    const picker = setUp();

    (await part(picker, 'tile', /QuickBooks Online Connected$/)).click();
    await part(picker, 'panel-heading', 'QuickBooks Online is connected');
    expect(parts(picker, 'branded')).to.deep.equal([]);
  });

  it('says that a platform is connected, though another sign-in to it was begun', async () => {
    await lender.addConnection('suuo');
    await lender.addConnection('suuo', 'Marlow Bakery');
    await lender.addConnection('suuo');
    const picker = setUp({ 'source-types': 'Banking' });

    await part(picker, 'tile', /Plaid Connected$/);
  });

  it('asks to disconnect nothing before an accounting platform if only a bank is connected', async () => {
    await lender.addConnection('suuo', 'Marlow Bakery');
    await lender.addConnection('qhyg');
    const picker = setUp();
    await part(picker, 'tile', /QuickBooks Online Finish connecting$/);
    await press(picker, 'FreeAgent');

    await part(picker, 'panel-heading', 'Finish signing in at FreeAgent');
  });

  it('shows a monogram when a logo can’t be loaded', async () => {
    const picker = setUp();
    const tile = await part(picker, 'tile', /Wave$/);
    const logo = tile.querySelector('[part="logo"]') ?? tile;
    const image = tile.querySelector('img') ?? new Image();
    const shown = (): boolean => image.checkVisibility({ visibilityProperty: true });
    const monogram = (): string => getComputedStyle(logo, '::before').content;

    image.loading = 'eager';
    image.src = 'data:image/svg+xml,none';
    await eventually(() => !shown(), 'the monogram');
    // Firefox gives the content as it is written.
    expect(monogram()).to.be.oneOf(['"W"', 'attr(data-initial)']);
    expect(logo.getAttribute('data-initial')).to.equal('W');
    image.src = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>';
    await eventually(shown, 'the logo');
    expect(monogram()).to.equal('none');
  });

  it('connects the platform a person picks', async () => {
    const picker = setUp();
    const events = recordEvents();

    await press(picker, 'Xero');
    await part(picker, 'panel-heading', 'Finish signing in at Xero');
    await signIn.pressAndReturn('Allow', 'Marlow Bakery');

    await part(picker, 'panel-heading', 'Marlow Bakery is connected');
    expect(events).to.deep.equal(['codat-started', 'codat-connected']);
  });

  it('keeps what was connected as a row, with what the host says is next, and a way to change it', async () => {
    const picker = setUp();
    const next = Object.assign(document.createElement('p'), { slot: 'next', textContent: 'Now send it.' });
    picker.append(next);
    await press(picker, 'Xero');
    await signIn.pressAndReturn('Allow', 'Marlow Bakery');

    await part(picker, 'connected-row', 'Xero Marlow Bakery Connected Change');
    expect(parts(picker, 'connected-row')[0]?.querySelector('img')?.src).to.match(/^https:/);
    expect(next.checkVisibility()).to.equal(true);
    await expect(picker).to.be.accessible();
    await press(picker, 'Change');
    await part(picker, 'tile', 'Xero Connected');
  });

  it('opens the window inside the click and sends it to the lender’s own link', async () => {
    const picker = setUp();
    await part(picker, 'tile', 'Xero');
    await eventually(() => parts(picker, 'tile')[0]);

    parts(picker, 'tile')[0]?.click();
    expect(signIn.opened).to.equal(1);
    expect(await signIn.visited).to.match(/^https:\/\/lender-\d+\.test\/codat\/link\//);
  });

  it('offers the same link in this tab when the browser opens no window', async () => {
    signIn.restore();
    signIn = new SignInWindow(lender, { blocked: true });
    const picker = setUp();

    await press(picker, 'Xero');
    await part(picker, 'panel-heading', 'Continue to Xero');

    const link = await part(picker, 'primary', 'Continue to Xero');
    expect(link.getAttribute('href')).to.match(/^https:\/\/lender-\d+\.test\/codat\/link\//);
  });

  it('does nothing when the host cancels the request', async () => {
    const picker = setUp();
    picker.addEventListener('codat-connect', (event) => event.preventDefault());

    await press(picker, 'Xero');
    expect(signIn.opened).to.equal(0);
    expect(parts(picker, 'tile')).to.not.be.empty;
  });

  for (const [button, title, event, next] of [
    ['Cancel', 'Xero isn’t connected', 'codat-abandoned', 'Start again'],
    ['Report an error', 'Xero reported a problem', 'codat-failed', 'Start again'],
    ['Not supported', 'Xero can’t be connected to Larkspur', 'codat-failed', 'Choose another platform'],
  ] as const) {
    it(`says what became of it when a person comes back by «${button}», and what to do`, async () => {
      const picker = setUp();
      const events = recordEvents();

      await press(picker, 'Xero');
      await signIn.pressAndReturn(button);

      await part(picker, 'panel-heading', title);
      await part(picker, 'primary', next);
      expect(events).to.deep.equal(['codat-started', event]);
    });
  }

  it('resumes a pending connection rather than create another', async () => {
    const picker = setUp();
    await press(picker, 'Xero');
    await part(picker, 'panel-heading', 'Finish signing in at Xero');
    await press(picker, 'Cancel');
    await press(picker, 'Choose another platform');

    await part(picker, 'tile', /Xero Finish connecting$/);
    await press(picker, 'Xero');
    await part(picker, 'panel-heading', 'Finish signing in at Xero');
    expect(
      lender.simulator.requests.filter(
        ({ method, path }) => method === 'POST' && path.endsWith('/connections'),
      ),
    ).to.have.length(1);
  });

  it('explains that there can be one accounting platform at a time, and leads back', async () => {
    const picker = setUp();
    await press(picker, 'Xero');
    await signIn.pressAndReturn('Allow');
    await press(picker, 'Change');

    await press(picker, 'FreeAgent');
    await part(picker, 'panel-heading', 'Xero is connected');
    expect(signIn.opened).to.equal(1);
    await press(picker, 'Back to all platforms');
    await part(picker, 'group');
  });

  it('replaces one accounting platform with another, and unlinks the first', async () => {
    const picker = setUp();
    const before = await lender.session.connect('gbol');
    lender.simulator.authorize(before.id);
    await lender.session.connections.refresh();
    const event = nextEvent('codat-connect');

    await press(picker, 'FreeAgent');
    await press(picker, 'Disconnect Xero and connect FreeAgent');
    expect((await event).replaces?.id).to.equal(before.id);
    await signIn.pressAndReturn('Allow', 'Marlow Bakery');

    await part(picker, 'panel-heading', 'Marlow Bakery is connected');
    expect((await lender.session.fetchConnection(before.id)).status).to.equal('Unlinked');
  });

  it('replaces the accounting platform that was connected elsewhere while a person read the notes', async () => {
    const picker = setUp();
    await press(picker, 'Sage 50 (UK)');
    await part(picker, 'panel-heading', 'Connect Sage 50 (UK)');
    const before = await lender.addConnection('gbol', 'Marlow Bakery');
    lender.tick(11_000);
    await lender.session.connections.refresh();
    await press(picker, 'Disconnect Xero and connect Sage 50 (UK)');
    await signIn.pressAndReturn('Allow', 'Marlow Bakery');

    await part(picker, 'panel-heading', 'Marlow Bakery is connected');
    expect((await lender.session.fetchConnection(before)).status).to.equal('Unlinked');
  });

  it('says no more that an accounting platform is connected once it was disconnected elsewhere', async () => {
    const before = await lender.addConnection('gbol', 'Marlow Bakery');
    const picker = setUp();
    await part(picker, 'mark-text', 'Connected');
    await press(picker, 'Xero');
    await part(picker, 'panel-heading', 'Xero is connected');
    await lender.session.unlink(before);

    await part(picker, 'panel-heading', 'Connect Xero');
  });

  it('shows the notes on a platform before sign-in, and opens sign-in when the person continues', async () => {
    const picker = setUp();
    await press(picker, 'Sage 50 (UK)');

    await part(picker, 'panel-heading', 'Connect Sage 50 (UK)');
    expect(texts(picker, 'needs')[0]).to.include('You are at the Windows computer that runs Sage 50 (UK).');
    expect(texts(picker, 'key')).to.deep.equal([lender.companyId]);
    const clipboard = new Clipboard();
    await press(picker, 'Copy the licence key');
    await part(picker, 'told', 'Copied');
    expect(clipboard.restore()).to.deep.equal([lender.companyId]);
    expect(signIn.opened).to.equal(0);
    await press(picker, 'Continue to Sage 50 (UK)');
    await part(picker, 'panel-heading', 'Finish signing in at Sage 50 (UK)');
    expect(signIn.opened).to.equal(1);
  });

  it('leads back from the notes to the tile it came from', async () => {
    const picker = setUp();
    (await part(picker, 'tile', /Sage 50 \(UK\)$/)).focus();
    await press(picker, 'Sage 50 (UK)');
    const back = await part(picker, 'button', 'Back to all platforms');
    back.focus();
    back.click();

    await part(picker, 'group');
    const focused = picker.shadowRoot?.activeElement;
    expect(focused?.textContent).to.match(/Sage 50 \(UK\)$/);
    const { top, bottom } = focused?.getBoundingClientRect() ?? new DOMRect();
    // Firefox scrolls by whole pixels.
    expect(top > -1 && bottom < innerHeight + 1, `${top} to ${bottom} of ${innerHeight}`).to.equal(true);
    expect(lender.simulator.requests.filter(({ method }) => method === 'POST')).to.have.length(1);
  });

  it('shows the most used on a phone, and the others on request, with focus on the first of them', async () => {
    const picker = setUp();
    picker.style.inlineSize = '328px';
    const button = await part(picker, 'button', 'Show all 16');
    const shown = (): string[] =>
      parts(picker, 'tile')
        .filter((tile) => tile.checkVisibility())
        .map((tile) => tile.textContent);

    expect(shown()).to.deep.equal(['Xero', 'QuickBooks Online', 'Sage Accounting', 'FreeAgent']);
    button.click();
    await eventually(() => shown().length === 16, 'all of them');
    expect(picker.shadowRoot?.activeElement?.textContent).to.equal(shown()[4]);
    expect(texts(picker, 'button')).to.not.include('Show all 16');
  });

  it('shows on a phone what the company has begun, finished or lost, wherever it is in the list', async () => {
    await lender.addConnection('fztf');
    lender.simulator.deauthorize(await lender.addConnection('hbql', 'Marlow Bakery'));
    const picker = setUp({ 'source-types': 'Accounting Commerce' });
    picker.style.inlineSize = '328px';
    await part(picker, 'mark-text', 'Finish connecting');

    expect(texts(picker, 'tile')).to.deep.equal([
      'Xero',
      'QuickBooks Online',
      'Sage Accounting',
      'FreeAgent',
      'Sage 50 (UK)',
      'Shopify Finish connecting',
    ]);
    expect(texts(picker, 'group-title')).to.deep.equal(['Most used', 'Accounting', 'Shops and payments']);
    await expect(picker).to.be.accessible();

    (await part(picker, 'button', /^Show all/)).click();
    await part(picker, 'tile', 'WooCommerce');
    expect(picker.shadowRoot?.activeElement?.textContent).to.equal('Dynamics 365 Business Central');
  });

  it('has the ways beside the platforms in one style, beginning at one edge on a phone', async () => {
    const picker = setUp();
    picker.style.inlineSize = '328px';
    const ways = [
      await part(picker, 'quiet', 'Don’t see yours?'),
      await part(picker, 'quiet', 'Someone else signs in to it?'),
    ];
    const looks = ways.map((way) => {
      // The browser's triangle is of list items alone.
      const { textDecoration, display } = getComputedStyle(way);
      return { textDecoration, hasTriangle: display === 'list-item', left: Math.round(textLeft(way)) };
    });

    expect(looks[0]).to.deep.equal(looks[1]);
  });

  it('keeps the search in one line where there is room for a shorter field', async () => {
    document.body.style.font = '16px/1.5 sans-serif';
    const picker = setUp({});
    const search = await part(picker, 'search');
    const label = search.querySelector('label');
    for (const width of [500, 540, 580, 620, 660, 700]) {
      picker.style.inlineSize = `${width}px`;

      expect(label?.getBoundingClientRect().height, `${width} px wide`).to.be.below(30);
      expect(search.getBoundingClientRect().height, `${width} px wide`).to.be.below(46);
    }
    document.body.removeAttribute('style');
  });

  it('breaks no name in the middle of a word, in any font', async () => {
    // As wide as no font that pages are set in.
    const wide = document.createElement('style');
    wide.textContent = 'platform-picker::part(tile) { letter-spacing: 0.25em }';
    document.body.append(wide);
    const picker = setUp({});
    picker.style.inlineSize = '760px';
    await part(picker, 'tile', 'WooCommerce');

    for (const name of parts(picker, 'name')) expect(brokenWords(name), name.innerText).to.deep.equal([]);
  });

  it('finds on a phone what is not among the most used', async () => {
    const picker = setUp();
    picker.style.inlineSize = '328px';
    const search = (await part(picker, 'search')).querySelector('input');
    if (!search) throw new Error('There is no field to search by.');
    search.value = 'sage 50';
    search.dispatchEvent(new InputEvent('input'));

    await eventually(
      () =>
        parts(picker, 'tile').some((tile) => tile.checkVisibility() && tile.textContent === 'Sage 50 (UK)'),
      'the platform that was searched for',
    );
  });

  it('forgives a typing error, and knows other names', async () => {
    const picker = setUp();
    const search = (await part(picker, 'search')).querySelector('input');
    search?.focus();
    for (const [typed, name] of [
      ['qbo', 'QuickBooks Online'],
      ['freeagnet', 'FreeAgent'],
      ['https://www.xero.com/uk', 'Xero'],
    ] as const) {
      if (search) search.value = typed;
      search?.dispatchEvent(new InputEvent('input'));
      await eventually(() => texts(picker, 'name').join() === name, `${name} alone for ${typed}`);
    }
  });

  it('notifies the host of a query without results', async () => {
    const picker = setUp();
    const search = (await part(picker, 'search')).querySelector('input');
    const event = nextEvent('codat-asked-for');
    if (search) search.value = 'Lexware';
    search?.dispatchEvent(new InputEvent('input'));
    await part(picker, 'note', /^Nothing found/);
    search?.dispatchEvent(new Event('change'));

    expect((await event).query).to.equal('Lexware');
  });

  it('offers to connect another bank or shop, of which there may be many', async () => {
    const picker = setUp({ 'source-types': 'Banking' });
    await press(picker, 'TrueLayer');
    await signIn.pressAndReturn('Allow');
    await part(picker, 'panel-heading', 'Marlow Bakery is connected');
    await press(picker, 'Connect another');

    await part(picker, 'tile', /TrueLayer Connected$/);
  });

  it('passes the link to a host that opens sign-in itself', async () => {
    const picker = setUp();
    const opened = new Promise<string>((resolve) => (picker.openLink = resolve));
    await press(picker, 'Xero');

    expect(await opened).to.match(/^https:\/\/lender-\d+\.test\/codat\/link\//);
    expect(signIn.opened).to.equal(0);
    await part(picker, 'panel-heading', 'Finish signing in at Xero');
  });

  it('asks the host before this tab navigates away, and stays when the host cancels', async () => {
    const picker = setUp({ ...accounting, opens: 'same-tab' });
    const here = location.href;
    const leaving = new Promise<void>((resolve) => {
      picker.addEventListener('codat-leaving', (event) => {
        event.preventDefault();
        resolve();
      });
    });
    await press(picker, 'Xero');
    await leaving;

    expect(signIn.opened).to.equal(0);
    expect(location.href).to.equal(here);
  });

  it('accepts keywords in its attributes in any letter case and with any separator', async () => {
    const picker = setUp({ 'source-types': 'BANKING; bank-feed', opens: 'Same_Tab' });
    const leaving = new Promise<void>((resolve) => {
      picker.addEventListener('codat-leaving', (event) => {
        event.preventDefault();
        resolve();
      });
    });
    await part(picker, 'group');
    expect(texts(picker, 'name')).to.include('TrueLayer').and.not.include('Xero');
    await press(picker, 'TrueLayer');

    await leaving;
    expect(signIn.opened).to.equal(0);
  });

  it('accepts a list in its attribute as JSON, as some frameworks write an array', async () => {
    const picker = setUp({ 'source-types': '["Banking","BankFeed"]', exclude: '[ "suuo" ]', include: '[]' });
    await part(picker, 'group');
    expect(picker.sourceTypes).to.deep.equal(['Banking', 'BankFeed']);
    expect(picker.exclude).to.deep.equal(['suuo']);
    expect(picker.include).to.deep.equal([]);
    expect(texts(picker, 'name')).to.not.include('Xero');
  });

  it('drops a search once the host shows too few platforms to search, and has it again with the field', async () => {
    const picker = setUp(accounting);
    await part(picker, 'tile');
    const field = picker.shadowRoot?.querySelector('input');
    Object.assign(field ?? {}, { value: 'qqqq' });
    field?.dispatchEvent(new Event('input'));
    await part(picker, 'note', /^Nothing found for “qqqq”/);
    picker.setAttribute('source-types', 'Banking');

    await part(picker, 'tile', 'TrueLayer');
    expect(texts(picker, 'note').join()).to.not.include('qqqq');
    picker.setAttribute('source-types', 'Accounting');
    await part(picker, 'note', /^Nothing found for “qqqq”/);
    expect(picker.shadowRoot?.querySelector('input')?.value).to.equal('qqqq');
  });

  it('moves focus to what is new on screen', async () => {
    const picker = setUp();
    const tile = await part(picker, 'tile', /Xero$/);
    tile.focus();
    tile.click();

    const heading = await part(picker, 'panel-heading', 'Finish signing in at Xero');
    await eventually(() => picker.shadowRoot?.activeElement === heading);
  });

  it('shows an error when Codat can’t be reached, and loads again on request', async () => {
    const mend = lender.simulator.faults.add({ path: '/integrations', trouble: { is: 'html', status: 500 } });
    const picker = setUp();

    await part(picker, 'panel-heading', 'This service can’t be reached right now');
    mend();
    // The gateway leaves Codat alone for some seconds, so a person may have to press more than once.
    await eventually(() => {
      parts(picker, 'button')[0]?.click();
      return parts(picker, 'group')[0];
    });
  });

  it('shows an error when the person is signed out, and keeps the platforms', async () => {
    lender.signOut();
    const picker = setUp();
    const failed = nextEvent('codat-failed');

    await press(picker, 'Xero');
    expect((await failed).error.kind).to.equal('signed-out');
    await part(picker, 'panel-heading', 'You are signed out');
  });

  it('is usable by everyone: no violation in any state', async () => {
    const picker = setUp();
    await part(picker, 'group');
    await expect(picker).to.be.accessible();
    await press(picker, 'Xero');
    await part(picker, 'panel-heading', 'Finish signing in at Xero');
    await expect(picker).to.be.accessible();
    await signIn.pressAndReturn('Allow');
    await part(picker, 'panel-heading', 'Marlow Bakery is connected');
    await expect(picker).to.be.accessible();
  });
});
