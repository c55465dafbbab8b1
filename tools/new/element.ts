/** The files of a new element: an element with a company's session that shows a heading. */
export function createElementFiles(tag: string): Record<string, string | ((before: string) => string)> {
  const words = tag.split('-');
  const title = capitalize(words.join(' '));
  const className = words.map(capitalize).join('');
  const group = className.charAt(0).toLowerCase() + className.slice(1);
  return {
    [`src/components/${tag}/${tag}.ts`]: `
      import { html, type TemplateResult } from 'lit';
      import { LocalizeController } from '../../controllers/localize.js';
      import { ${group} } from '../../i18n/locales/en/${tag}.js';
      import { CodatElement } from '../codat-element.js';
      import { styles } from './styles.js';

      const english = { ${group} };

      /**
       * Shows a heading.
       *
       * @tag ${tag}
       * @csspart base - The container of the element's content.
       * @csspart heading - The heading of the element.
       * @cssstate loading - The element has no session yet.
       * @cssstate ready - The element has a session.
       */
      export class ${className} extends CodatElement {
        static override styles = [CodatElement.styles, styles];

        readonly #localize = new LocalizeController(this, english);

        protected get customState(): string {
          return this.activeSession ? 'ready' : 'loading';
        }

        protected override render(): TemplateResult {
          const { heading } = this.#localize.messages.${group};
          return html\`
            <div part="base">
              <div part="heading" role="heading" aria-level=\${this.headingLevel}>\${heading}</div>
            </div>
          \`;
        }
      }

      declare global {
        interface HTMLElementTagNameMap {
          '${tag}': ${className};
        }
      }`,

    [`src/components/${tag}/styles.ts`]: `
      import { css } from 'lit';

      export const styles = css\`
        :host {
          display: block;
        }
      \`;`,

    'src/components/index.ts': (before) => `${before}export { ${className} } from './${tag}/${tag}.js';`,

    [`src/define/${tag}.ts`]: `
      import { ${className} } from '../components/${tag}/${tag}.js';
      import { register } from './register.js';

      register('${tag}', ${className});

      export { ${className} };
      export type * from '../events/index.js';`,

    'src/react/index.ts': (before) =>
      `${before}
      export const ${className} = /* @__PURE__ */ registerAndWrap('${tag}', elements.${className});`,

    'package.json': (before) => {
      const manifest = JSON.parse(before) as { exports: Record<string, unknown> };
      const entries = Object.entries(manifest.exports);
      const last = entries.findLastIndex(([, entry]) => JSON.stringify(entry).includes('./dist/define/'));
      const entry = {
        types: `./dist/define/${tag}.d.ts`,
        development: `./dist/development/${tag}.js`,
        default: `./dist/define/${tag}.js`,
      };
      const exports = Object.fromEntries(entries.toSpliced(last + 1, 0, [`./${tag}`, entry]));
      return JSON.stringify({ ...manifest, exports });
    },

    // `Messages` is the last type in its file.
    'src/i18n/messages.ts': (before) =>
      `${before.slice(0, before.lastIndexOf('}'))}readonly ${group}: { readonly heading: string };\n}`,

    [`src/i18n/locales/en/${tag}.ts`]: `
      import type { Messages } from '../../messages.js';

      export const ${group}: Messages['${group}'] = { heading: '${title}' };`,

    [`stories/${tag}.stories.ts`]: `
      import type { Meta, StoryObj } from '@storybook/web-components-vite';
      import { html } from 'lit';
      import { inside } from './screen.js';

      const meta: Meta = { title: '${title}', component: '${tag}' };

      export default meta;

      /** Its heading. */
      export const Heading: StoryObj = {
        render: () => html\`<${tag}></${tag}>\`,
        play: async ({ canvasElement }) => {
          await inside(canvasElement, '${tag}').findByRole('heading', { name: '${title}' });
        },
      };`,

    [`test/components/${tag}/${tag}.test.ts`]: `
      import { expect } from '@open-wc/testing';
      import '../../../src/define/${tag}.js';
      import { clear, mount, part } from '../../support/page.js';

      describe('<${tag}>', () => {
        afterEach(clear);

        it('has a heading', async () => {
          const element = mount('${tag}', {});

          await part(element, 'heading', '${title}');
          await expect(element).to.be.accessible();
        });
      });`,
  };
}

const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
