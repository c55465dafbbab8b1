import { expect } from '@open-wc/testing';
import {
  CodatConnections,
  CodatLink,
  initializeCodatLink,
  type CodatLinkProps,
  type ConnectionCallbackArgs,
  type ErrorCallbackArgs,
} from '../../src/link/index.js';
import { openLender, type Lender } from '../support/lender.js';
import { clear, eventually, part, press, texts } from '../support/page.js';
import { SignInWindow } from '../support/sign-in-window.js';

describe('the call shape of Codat’s SDKs', () => {
  let lender: Lender;
  let signIn: SignInWindow;
  let target: HTMLElement;
  let warnings: string[];
  const { warn } = console;

  beforeEach(async () => {
    warnings = [];
    console.warn = (text: string) => warnings.push(text);
    lender = await openLender();
    signIn = new SignInWindow(lender);
    target = document.body.appendChild(document.createElement('div'));
  });

  afterEach(() => {
    console.warn = warn;
    signIn.restore();
    lender.end();
    clear();
  });

  /** What a callback was called with. */
  const calls: Record<string, unknown[]> = {};
  const record =
    (name: string) =>
    (...args: unknown[]): void => {
      (calls[name] ??= []).push(...args);
    };
  const setUp = (props: Partial<CodatLinkProps> = {}): CodatLinkProps => {
    for (const name of Object.keys(calls)) Reflect.deleteProperty(calls, name);
    return {
      session: lender.session,
      companyId: lender.companyId,
      onConnection: record('onConnection'),
      onConnectionStarted: record('onConnectionStarted'),
      onFinish: record('onFinish'),
      onClose: record('onClose'),
      onError: record('onError'),
      ...props,
    };
  };
  const found = <Tag extends 'platform-picker' | 'connection-list'>(tag: Tag): HTMLElementTagNameMap[Tag] => {
    const element = target.querySelector(tag);
    if (!element) throw new Error(`There is no <${tag}>.`);
    return element;
  };
  const frame = (): HTMLElement => target.children[0] as HTMLElement;
  const picker = (): HTMLElementTagNameMap['platform-picker'] => found('platform-picker');
  const called = <Value>(name: string): Promise<Value> =>
    eventually(() => calls[name]?.at(-1) as Value | undefined, name);

  it('runs the official example: one child in its target, callbacks by name, and it goes when the child goes', async () => {
    const closeCallback = (): void => void target.removeChild(frame());
    let isFinished = false;
    const finished = new Promise<void>((resolve) => {
      new CodatLink({
        target,
        props: setUp({
          onClose: closeCallback,
          onFinish: () => {
            closeCallback();
            isFinished = true;
            resolve();
          },
        }),
      });
    });
    expect(target.children.length).to.equal(1);
    await part(picker(), 'tile', /Xero/);
    expect(texts(frame(), 'button')).to.deep.equal(['Close']);

    await press(picker(), 'Xero');
    const started = await called<ConnectionCallbackArgs>('onConnectionStarted');
    await signIn.pressAndReturn('Allow');
    const linked = await called<ConnectionCallbackArgs>('onConnection');
    expect(linked).to.deep.equal(started);
    expect(Object.keys(linked)).to.have.members([
      'connectionId',
      'integrationId',
      'integrationKey',
      'platformName',
      'sourceId',
      'sourceType',
    ]);
    expect([linked.integrationKey, linked.platformName, linked.sourceType]).to.deep.equal([
      'gbol',
      'Xero',
      'Accounting',
    ]);
    expect([linked.integrationId, linked.sourceId].map((id) => id.length > 0)).to.deep.equal([true, true]);

    await press(frame(), 'Done');
    await finished;
    expect(isFinished).to.equal(true);
    expect(target.children.length).to.equal(0);
    expect(warnings).to.deep.equal([]);
  });

  it('shows the types and platforms of `sourceTypes`, the texts and the colour', async () => {
    await initializeCodatLink(
      target,
      setUp({
        options: {
          showSandboxIntegrations: false,
          theme: { colors: { primary: '#123456' } },
          text: { 'main.title': 'Share your books', companyName: 'Larkspur' },
          sourceTypes: {
            accounting: { optional: false, enableIntegrations: true, allowedIntegrations: ['gbol'] },
            banking: { optional: true, enableIntegrations: false },
          },
        },
      }),
    );
    await part(picker(), 'tile', /Xero/);

    expect(texts(picker(), 'name')).to.deep.equal(['Xero']);
    expect(picker().querySelector('h2')?.textContent).to.equal('Share your books');
    expect(picker().lender).to.equal('Larkspur');
    expect(frame().style.getPropertyValue('--codat-color-accent')).to.equal('#123456');
    expect(warnings).to.deep.equal([]);
  });

  it('can be finished at once where every type is optional', async () => {
    new CodatLink({
      target,
      props: setUp({
        options: { sourceTypes: { accounting: { optional: true, enableIntegrations: true } } },
      }),
    });
    await press(frame(), 'Done');
    expect(calls['onFinish']).to.deep.equal([]);
  });

  it('warns by name of what has no effect', () => {
    new CodatLink({
      target,
      props: setUp({
        accessToken: 'a token',
        options: {
          showLandingPage: true,
          enableMultiEntityLinking: false,
          nonce: 'abc',
          sourceTypes: { accounting: { optional: true, enableIntegrations: true, enableFileUpload: true } },
          text: { 'accounting.consents.title': 'Consent' },
        },
      }),
    });

    expect(warnings.map((text) => /`(.*?)`/.exec(text)?.[1])).to.deep.equal([
      'accessToken',
      'options.showLandingPage',
      'options.sourceTypes.accounting.enableFileUpload',
      'options.text.accounting.consents.title',
    ]);
  });

  it('reports a token endpoint that names another company, and says how to set one', async () => {
    new CodatLink({ target, props: setUp({ companyId: 'another' }) });
    const { userRecoverable, message } = await called<ErrorCallbackArgs>('onError');
    expect(userRecoverable).to.equal(false);
    expect(message).to.contain('companyId');

    const props = setUp();
    Reflect.deleteProperty(props, 'session');
    expect(() => new CodatLink({ target, props })).to.throw(TypeError, /tokenEndpoint/);
  });

  it('has the Connections SDK too: disconnecting and reconnecting by the connection’s id', async () => {
    const id = await lender.addConnection('gbol', 'Marlow Bakery');
    const props = {
      session: lender.session,
      onDisconnect: record('onDisconnect'),
      onReconnect: record('onReconnect'),
    };
    const connections = new CodatConnections({ target, props });
    const list = found('connection-list');
    await press(list, 'More for Xero');
    await press(list, 'Disconnect');
    await press(list, 'Disconnect');
    expect(await called('onDisconnect')).to.deep.equal({ connectionId: id });

    await press(list, 'Reconnect Xero');
    await signIn.pressAndReturn('Allow');
    expect(await called('onReconnect')).to.deep.equal({ connectionId: id });
    connections.$destroy();
    expect(target.children.length).to.equal(0);
  });
});
