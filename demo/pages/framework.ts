import { readFileSync } from 'node:fs';
import { html } from 'hono/html';
import type { Customer } from '../server/customers.js';
import { page, type Framework, type Markup } from './page.js';

/** Frameworks in which a page of ours is made, each with the component that has the elements. */
const frameworks: Readonly<Record<Framework, { name: string; source: string }>> = {
  react: { name: 'React', source: read('../react/books.tsx') },
  vue: { name: 'Vue', source: read('../vue/books.vue') },
};

/** The books of a customer on a page that a framework draws: the elements come from the npm package. */
export const framework = (at: Framework, customer: Customer): Markup => {
  const { name, source } = frameworks[at];
  return page({
    title: `Your books in ${name} · Larkspur Lending`,
    customer,
    elements: source,
    made: at,
    main: html`
      <div class="intro">
        <h1>Your books</h1>
        <p class="lead">The same elements, on a page made with ${name}.</p>
      </div>
      <div class="stack" id="app">
        <p>Your books are connected here. If nothing appears, <a href="/apply">go by your application</a>.</p>
      </div>
    `,
  });
};

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8').trim();
}
