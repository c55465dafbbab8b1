import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { openLender, type Lender } from '../../support/lender.js';
import { clear, eventually, nextEvent, part, parts, mount, press, texts } from '../../support/page.js';
import { SignInWindow } from '../../support/sign-in-window.js';

describe('<platform-picker> in a form', () => {
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

  const setUp = async (attributes: Record<string, string> = { required: '' }) => {
    const picker = mount(
      'platform-picker',
      { session: lender.session },
      {
        name: 'accounting',
        'source-types': 'Accounting',
        ...attributes,
      },
    );
    const form = document.createElement('form');
    const fieldset = document.createElement('fieldset');
    form.append(fieldset);
    document.body.append(form);
    fieldset.append(picker);
    await part(picker, 'tile', /Xero/);
    return { picker, form, fieldset };
  };

  const connect = async (picker: HTMLElementTagNameMap['platform-picker']): Promise<void> => {
    await press(picker, 'Xero');
    await signIn.pressAndReturn('Allow');
    await part(picker, 'panel-heading', /is connected$/);
  };

  it('submits the ids of the linked connections of its source types, an entry each', async () => {
    const bank = await lender.session.connect('suuo');
    lender.simulator.authorize(bank.id);
    const { picker, form } = await setUp();
    expect([...new FormData(form)]).to.deep.equal([]);

    const connected = nextEvent('codat-connected');
    await connect(picker);
    expect([...new FormData(form)]).to.deep.equal([['accounting', (await connected).connection.id]]);
  });

  it('submits a connection that was linked before', async () => {
    const before = await lender.session.connect('gbol');
    lender.simulator.authorize(before.id);
    const { picker, form } = await setUp();

    await part(picker, 'tile', /Connected$/);
    expect(new FormData(form).getAll('accounting')).to.deep.equal([before.id]);
    expect(form.checkValidity()).to.equal(true);
  });

  it('makes a form invalid when required, shows why inside the element, and can be focused', async () => {
    const { picker, form } = await setUp();
    expect(form.checkValidity()).to.equal(false);

    expect(picker.validity.valueMissing).to.equal(true);
    expect(picker.validationMessage).to.equal('Connect your accounting software to carry on.');
    await part(picker, 'invalid', 'Connect your accounting software to carry on.');
    picker.focus();
    expect(picker.shadowRoot?.activeElement?.localName).to.equal('input');
  });

  it('becomes valid, and removes the message, once a platform is connected', async () => {
    const { picker, form } = await setUp();
    form.checkValidity();
    await part(picker, 'invalid');

    await connect(picker);
    await eventually(() => parts(picker, 'invalid').length === 0);
    expect(form.checkValidity()).to.equal(true);
  });

  it('stays valid when it isn’t required', async () => {
    const { form } = await setUp({});
    expect(form.checkValidity()).to.equal(true);
  });

  it('clears the choice when the form is reset, and keeps the connection', async () => {
    const { picker, form } = await setUp();
    await connect(picker);
    form.reset();

    await part(picker, 'tile', /Xero Connected$/);
    expect(new FormData(form).getAll('accounting')).to.have.length(1);
  });

  it('ends a sign-in when the form is reset, and the connection can be finished later', async () => {
    const { picker, form } = await setUp();
    await press(picker, 'Xero');
    await part(picker, 'panel-heading', 'Finish signing in at Xero');
    form.reset();

    await part(picker, 'tile', /Xero Finish connecting$/);
  });

  it('is disabled, and stays valid, in a disabled fieldset', async () => {
    const { picker, form, fieldset } = await setUp();
    fieldset.disabled = true;

    await eventually(() => parts(picker, 'tile').every((tile) => tile.matches(':disabled')));
    expect(form.checkValidity()).to.equal(true);
    fieldset.disabled = false;
    await eventually(() => parts(picker, 'tile').every((tile) => !tile.matches(':disabled')));
    expect(form.checkValidity()).to.equal(false);
  });

  it('lets nobody sign in while it is disabled, whatever it shows', async () => {
    const { picker } = await setUp();
    picker.platform = ' QHYG';
    await part(picker, 'panel-heading');
    const enabled = (): string[] =>
      [...(picker.shadowRoot?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])].map(
        ({ textContent }) => textContent.trim(),
      );
    expect(enabled()).not.to.deep.equal([]);
    picker.disabled = true;
    await eventually(() => enabled().length === 0, 'no enabled button');
    picker.disabled = false;
    await eventually(() => enabled().length > 0, 'enabled buttons');
  });

  describe('that accepts something instead of a connection', () => {
    const getLink = async (picker: HTMLElementTagNameMap['platform-picker']): Promise<void> => {
      await press(picker, 'Someone else signs in to it?');
      await press(picker, 'Xero');
      await press(picker, 'Get the link');
      await part(picker, 'link');
    };

    it('is valid with a share link that works, and invalid once it doesn’t', async () => {
      const { picker, form } = await setUp({ required: '', accept: 'linked shared' });
      expect(form.checkValidity()).to.equal(false);
      await getLink(picker);
      await eventually(() => form.checkValidity());
      expect(new FormData(form).getAll('accounting')).to.deep.equal([]);

      await press(picker, 'Withdraw the link for Xero');
      await eventually(() => !form.checkValidity());
    });

    it('is invalid with a share link that the host doesn’t accept', async () => {
      const { picker, form } = await setUp();
      await getLink(picker);

      expect(form.checkValidity()).to.equal(false);
    });

    it('is valid when the platform isn’t listed, until the person changes that or resets the form', async () => {
      const { picker, form } = await setUp({ required: '', accept: 'not-listed' });
      const summary = (await part(picker, 'not-listed')).querySelector('summary');
      expect(form.checkValidity()).to.equal(false);
      summary?.click();
      await eventually(() => form.checkValidity());

      summary?.click();
      await eventually(() => !form.checkValidity());
      summary?.click();
      await eventually(() => form.checkValidity());
      form.reset();
      await eventually(() => !form.checkValidity());
    });

    it('is valid with a connection too', async () => {
      const { picker, form } = await setUp({ required: '', accept: 'not-listed' });
      await connect(picker);

      await eventually(() => form.checkValidity());
    });
  });

  it('keeps its own value when a framework that binds fields both ways sets another, before and after it is defined', async () => {
    // Another document defines no elements, so that this one is defined once it is on the page.
    const picker = document.implementation.createHTMLDocument().createElement('platform-picker');
    Object.assign(picker, { value: ['set before'], session: lender.session });
    document.body.append(picker);
    await part(picker, 'tile', /Xero/);
    expect(picker.value).to.deep.equal([]);

    Object.assign(picker, { value: ['set after'] });
    const connected = nextEvent('codat-connected');
    await connect(picker);
    expect(picker.value).to.deep.equal([(await connected).connection.id]);
  });

  it('shows no message before the form is validated', async () => {
    const { picker } = await setUp();
    expect(texts(picker, 'invalid')).to.deep.equal([]);
  });
});
