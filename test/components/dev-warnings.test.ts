import { expect } from '@open-wc/testing';
import '../../src/development/print-warnings.js';
import '../../src/index.js';
import { openLender, type Lender } from '../support/lender.js';
import { clear, eventually, part, mount } from '../support/page.js';

describe('a development warning', () => {
  const { warn } = console;
  let lender: Lender;
  let warned: string[];

  beforeEach(async () => {
    warned = [];
    console.warn = (words: string) => warned.push(words);
    lender = await openLender();
  });

  afterEach(() => {
    console.warn = warn;
    lender.end();
    clear();
  });

  it('is logged once a page for an element without a session, with a link', async () => {
    mount('connection-list', {});
    mount('connection-list', {});
    mount('sync-progress', {});

    await eventually(() => warned.length > 1);
    expect(warned).to.deep.equal([
      '<connection-list> has neither a token-endpoint nor a session, so it waits for ever.\nMore: codat-connect-elements/docs/warnings.md#no-session',
      '<sync-progress> has neither a token-endpoint nor a session, so it waits for ever.\nMore: codat-connect-elements/docs/warnings.md#no-session',
    ]);
  });

  it('names an unknown kind of platform', async () => {
    mount('platform-picker', { session: lender.session }, { 'source-types': 'Acounting, Banking' });

    await eventually(() => warned.length > 0);
    expect(warned.join()).to.match(
      /names Acounting, which is none of Accounting, Banking.+#unknown-source-type$/s,
    );
  });

  it('is not logged for values in other letter cases or with other separators', async () => {
    const attributes = { 'source-types': 'BANKING; bank-feed|Bankin', opens: 'Same_Tab' };
    mount('platform-picker', { session: lender.session }, attributes);

    await eventually(() => warned.length > 0);
    expect(warned).to.have.length(1);
    expect(warned.join()).to.match(/names Bankin, which/);
  });

  for (const level of ['abc', '99', '0']) {
    it(`names an invalid heading level ${level}, which becomes 2`, async () => {
      const list = mount('connection-list', { session: lender.session }, { 'heading-level': level });

      expect((await part(list, 'heading')).ariaLevel).to.equal('2');
      await eventually(() => warned.length > 0);
      expect(warned.join()).to.match(
        new RegExp(
          `heading-level of <connection-list> names ${level}, which is none of 1, 2.+#unknown-word$`,
          's',
        ),
      );
    });
  }

  const colours: readonly [accent: string, onAccent: string, says: RegExp][] = [
    ['#ffd60a', '', /^White on --codat-color-accent #ffd60a is 1\.4 to 1.+#light-accent$/s],
    ['#1d4ed8', '#777777', /#777777 on --codat-color-accent #1d4ed8 is 1\.5 to 1.+#unreadable-on-accent$/s],
  ];
  for (const [accent, onAccent, says] of colours) {
    it(`is logged for an accent ${accent} with too little contrast, ${onAccent || 'nothing'} on it`, async () => {
      const style = `--codat-color-accent: ${accent}; --codat-color-on-accent: ${onAccent}`;
      mount(
        'platform-picker',
        { session: lender.session },
        { style: onAccent ? style : (style.split(';')[0] ?? '') },
      );

      await eventually(() => warned.length > 0);
      expect(warned).to.have.length(1);
      expect(warned[0]).to.match(says);
    });
  }

  it('is not logged where nothing is wrong', async () => {
    const style = '--codat-color-accent: #0e4d38';
    const picker = mount(
      'platform-picker',
      { session: lender.session },
      { 'source-types': 'Accounting', style },
    );
    await part(picker, 'tile');

    expect(warned).to.deep.equal([]);
  });
});
