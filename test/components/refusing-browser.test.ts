import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { openEmptyWindow } from '../../src/browser/empty-window.js';
import { lazy } from '../../src/browser/loading/lazy.js';
import { openLender, type Lender } from '../support/lender.js';
import { clear, eventually, part, mount, texts } from '../support/page.js';
import { signIn } from '../support/sign-in.js';

/** Puts something else in the place of a member, until the returned function is called. */
function replace(owner: object, name: string, value: unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  return () => {
    if (own) Object.defineProperty(owner, name, own);
    else Reflect.deleteProperty(owner, name);
  };
}

const refuse = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

describe('a browser that has an API and refuses it', () => {
  let lender: Lender;
  let restore: () => void = () => undefined;

  beforeEach(async () => {
    lender = await openLender();
  });

  afterEach(() => {
    restore();
    lender.end();
    clear();
  });

  it('gets the outcome of a connection where BroadcastChannel throws', async () => {
    const id = await lender.addConnection('gbol');
    const requests = await lender.fetch(new Request(`${lender.baseUrl}/token`, { method: 'POST' }));
    const { accessToken } = (await requests.json()) as { accessToken: string };
    const answer = await lender.fetch(
      new Request(`${lender.baseUrl}/api/companies/${lender.companyId}/connections/${id}`, {
        headers: { Authorization: `Bearer ${accessToken}` },
      }),
    );
    const { linkUrl } = (await answer.json()) as { linkUrl: string };
    const ticket = await signIn(lender, linkUrl, 'Allow');
    restore = replace(window, 'BroadcastChannel', refuse);
    history.replaceState(null, '', `#codat=${ticket}`);
    const result = mount('connection-result', { session: lender.session }, { lender: 'Larkspur' });

    await part(result, 'panel-heading', /is connected/);
  });

  const missing: Readonly<Record<string, () => () => void>> = {
    'has no custom states': () => replace(ElementInternals.prototype, 'states', undefined),
    'refuses the names of states': () => replace(CustomStateSet.prototype, 'add', refuse),
    'has no AbortSignal.any': () => {
      const any = Object.getOwnPropertyDescriptor(AbortSignal, 'any') ?? {};
      Reflect.deleteProperty(AbortSignal, 'any');
      return () => Object.defineProperty(AbortSignal, 'any', any);
    },
  };
  for (const [what, take] of Object.entries(missing))
    it(`still shows connections and submits them with the form where it ${what}`, async () => {
      restore = take();
      const id = await lender.addConnection('gbol', 'Marlow Bakery');
      const form = document.createElement('form');
      document.body.append(form);
      const picker = mount('platform-picker', { session: lender.session }, { name: 'accounting' });
      form.append(picker);
      const list = mount('connection-list', { session: lender.session });
      await part(list, 'row');

      await eventually(() => new FormData(form).get('accounting') === id, 'the value');
      expect(texts(list, 'name')[0]).to.match(/^Xero/);
    });

  const handles: Readonly<Record<string, () => unknown>> = {
    nothing: () => undefined,
    null: () => null,
    'a stub': () => ({ closed: false, focus: () => undefined, document: {}, location: {} }),
    'the page itself': () => window,
    'a window that keeps its opener': () => ({
      get opener() {
        return window;
      },
      closed: false,
      document: document.implementation.createHTMLDocument(),
      location: { href: 'about:blank', replace: () => undefined },
    }),
    'an error': refuse,
  };
  for (const [what, open] of Object.entries(handles))
    it(`is treated as blocking the window where it returns ${what}, which is left alone`, () => {
      restore = replace(window, 'open', open);
      const { title } = document;

      expect(openEmptyWindow('')).to.equal(undefined);
      expect(document.title).to.equal(title);
    });
});

describe('a lazily loaded module', () => {
  it('is requested again, at another address, after it failed or loading threw', async () => {
    const requests: string[] = [];
    const load = lazy((query) => {
      requests.push(query);
      if (requests.length === 1) throw new TypeError('No import() under Trusted Types.');
      return requests.length === 2 ? Promise.reject(new TypeError('503')) : Promise.resolve('part');
    });
    const outcomes = [];
    for (let call = 0; call < 4; call++) outcomes.push(await load().catch(() => 'failed'));

    expect(outcomes).to.deep.equal(['failed', 'failed', 'part', 'part']);
    expect(requests).to.deep.equal(['', '?1', '?2']);
  });
});
