import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { registerMessages } from '../../../src/index.js';
import { clear, eventually, part, parts, mount } from '../../support/page.js';

/** A logo that is there, and one that can't be drawn. */
const logo = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"/>';
const broken = 'data:image/svg+xml,nothing';

describe('<powered-by-codat>', () => {
  afterEach(clear);

  const image = async (element: HTMLElement): Promise<HTMLImageElement> => {
    const found = await part(element, 'image');
    if (!(found instanceof HTMLImageElement)) throw new Error('The image is none.');
    return found;
  };

  it('shows it as text, and loads nothing', async () => {
    const element = mount('powered-by-codat', {});

    await part(element, 'label', 'Powered by Codat');
    expect(element.shadowRoot?.querySelector('img, a')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('shows the logo that the host names, with the text as its alternative', async () => {
    const element = mount('powered-by-codat', {}, { src: logo });

    expect((await image(element)).alt).to.equal('Powered by Codat');
    expect(parts(element, 'label')).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('shows it as text when the logo fails to load, and shows another one that loads', async () => {
    const element = mount('powered-by-codat', {}, { src: broken });
    await part(element, 'label', 'Powered by Codat');
    element.src = logo;

    const drawn = await image(element);
    await eventually(() => drawn.naturalWidth > 0);
  });

  it('links to the host’s address, in a new page without an opener', async () => {
    const element = mount('powered-by-codat', {}, { href: 'https://www.codat.io/' });
    await part(element, 'label');
    const link = element.shadowRoot?.querySelector('a');

    expect([link?.href, link?.target, link?.rel]).to.deep.equal([
      'https://www.codat.io/',
      '_blank',
      'noopener',
    ]);
    await expect(element).to.be.accessible();
  });

  it('uses the page’s language', async () => {
    registerMessages('de', { poweredByCodat: { label: 'Läuft mit Codat' } });
    const element = mount('powered-by-codat', {}, { lang: 'de' });

    await part(element, 'label', 'Läuft mit Codat');
  });

  it('keeps its words whole in a row that is short of room', async () => {
    const row = document.createElement('footer');
    row.style.cssText = 'display: flex; inline-size: 320px';
    row.innerHTML = `<p>${'Larkspur Lending is a trading name. '.repeat(9)}</p>`;
    document.body.append(row);
    const element = mount('powered-by-codat', {});
    row.append(element);
    const label = await part(element, 'label');
    const words = label.innerText.split(' ');

    expect(label.getClientRects().length).to.be.at.most(words.length);
  });
});
