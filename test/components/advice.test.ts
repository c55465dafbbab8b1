import { expect } from '@open-wc/testing';
import '../../src/development/print-warnings.js';
import '../../src/index.js';
import { openLender, type Lender } from '../support/lender.js';
import { clear, eventually, part, place } from '../support/page.js';

describe('in development', () => {
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

  it('an element without a session says so once a page, with a link', async () => {
    place('connection-list', {});
    place('connection-list', {});
    place('sync-progress', {});

    await eventually(() => warned.length > 1);
    expect(warned).to.deep.equal([
      '<connection-list> has neither a token-endpoint nor a session, so it waits for ever.\nMore: codat-connect-elements/docs/warnings.md#no-session',
      '<sync-progress> has neither a token-endpoint nor a session, so it waits for ever.\nMore: codat-connect-elements/docs/warnings.md#no-session',
    ]);
  });

  it('a kind of platform that there isn’t is named', async () => {
    place('platform-picker', { session: lender.session }, { 'source-types': 'Acounting, Banking' });

    await eventually(() => warned.length > 0);
    expect(warned.join()).to.match(
      /names Acounting, which is none of Accounting, Banking.+#unknown-source-type$/s,
    );
  });

  it('words in other letters and with other separators are understood, and not named', async () => {
    const attributes = { 'source-types': 'BANKING; bank-feed|Bankin', opens: 'Same_Tab' };
    place('platform-picker', { session: lender.session }, attributes);

    await eventually(() => warned.length > 0);
    expect(warned).to.have.length(1);
    expect(warned.join()).to.match(/names Bankin, which/);
  });

  for (const level of ['abc', '99', '0']) {
    it(`a heading of level ${level} is named, and is of the second`, async () => {
      const list = place('connection-list', { session: lender.session }, { 'heading-level': level });

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
    it(`an accent ${accent} with ${onAccent || 'nothing'} on it is measured`, async () => {
      const style = `--codat-color-accent: ${accent}; --codat-color-on-accent: ${onAccent}`;
      place(
        'platform-picker',
        { session: lender.session },
        { style: onAccent ? style : (style.split(';')[0] ?? '') },
      );

      await eventually(() => warned.length > 0);
      expect(warned).to.have.length(1);
      expect(warned[0]).to.match(says);
    });
  }

  it('nothing is said where nothing is wrong', async () => {
    const style = '--codat-color-accent: #0e4d38';
    const picker = place(
      'platform-picker',
      { session: lender.session },
      { 'source-types': 'Accounting', style },
    );
    await part(picker, 'tile');

    expect(warned).to.deep.equal([]);
  });
});
