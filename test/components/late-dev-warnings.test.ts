import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { clear, eventually, mount } from '../support/page.js';

describe('development warnings that load after the elements', () => {
  const { warn } = console;
  const warned: string[] = [];

  before(() => (console.warn = (words: string) => warned.push(words)));
  after(() => {
    console.warn = warn;
    clear();
  });

  it('are logged for elements that are on the page already, and for later ones of their kind', async () => {
    mount('connection-list', {});
    await import('../../src/development/print-warnings.js');
    await eventually(() => warned.length > 0);
    expect(warned.join()).to.match(/^<connection-list> has neither a token-endpoint nor a session/);

    mount('connection-list', {}, { 'source-types': 'Acounting' });
    await eventually(() => warned.length > 1);
    expect(warned[1]).to.match(/names Acounting, which/);
  });
});
