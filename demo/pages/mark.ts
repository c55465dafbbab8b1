import { html } from 'hono/html';
import type { Markup } from './page.js';

const petal = 'M0-2.2C4.4-4.4 5.6-9.6 0-14.2-5.6-9.6-4.4-4.4 0-2.2Z';

/** Larkspur's flower: five petals in the colour of the text around it. */
export const mark: Markup = html`<svg
  class="mark"
  viewBox="-16 -16 32 32"
  width="32"
  height="32"
  aria-hidden="true"
  fill="currentColor"
>
  ${[0, 72, 144, 216, 288].map((turn) => html`<path d="${petal}" transform="rotate(${turn})" />`)}
</svg>`;
