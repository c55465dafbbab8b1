import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { clear, eventually, mount } from '../support/page.js';

describe('development warnings beside a script tag', () => {
  const { warn } = console;
  const warned: string[] = [];

  before(() => (console.warn = (words: string) => warned.push(words)));
  after(() => {
    console.warn = warn;
    clear();
  });

  it('are logged for elements that are on the page already, and for later ones', async () => {
    mount('sync-progress', {});
    await import('../../src/development/script-tag.js');
    await eventually(() => warned.length > 0);
    expect(warned.join()).to.match(/^<sync-progress> has neither a token-endpoint nor a session/);

    mount('connection-list', {}, { 'source-types': 'Acounting' });
    await eventually(() => warned.length > 2);
    expect(warned[2]).to.match(/^source-types of <connection-list> names Acounting, which/);
  });
});
