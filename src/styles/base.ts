import { css } from 'lit';

/** The base of every element. Layout is on the inner block, since the page's rules override those of `:host`. */
export const baseStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  /*
   * Gives the element a width where a <dialog> or a flexbox sizes it by its content, which container-type makes count
   * as empty. It takes less where there is less room, down to a width in pixels, since a page's columns don't grow with
   * its text.
   */
  :host::before {
    content: '';
    display: grid;
    grid-template-columns: minmax(0, 46em);
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  [part='base'] {
    position: relative;
    container-type: inline-size;
    grid-template-columns: minmax(0, 1fr);
    min-inline-size: min(224px, 70vw);
    color: var(--_text);
  }

  [part='base'],
  dialog {
    font-family: var(--_font);
    font-weight: 400;
    line-height: 1.5;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
    word-break: normal;
    overflow-wrap: anywhere;
  }

  [hidden] {
    display: none !important;
  }

  p,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  [part~='heading'],
  ::slotted([slot='heading']) {
    margin: 0;
    font-size: clamp(1em, 8cqi, 1.375em); /* else large text would break words where there is little room */
    font-weight: 600;
    line-height: 1.25;
    text-wrap: balance;
  }

  [part~='note'] {
    color: var(--_muted);
  }

  [part~='small'] {
    font-size: 0.875em;
    color: var(--_muted);
  }

  :focus-visible {
    outline: 2px solid currentColor;
    outline-offset: 2px;
  }

  /* A heading takes focus by script when the view changes; it isn't interactive, so it shows no ring. */
  [part~='heading']:focus {
    outline: none;
  }

  /* A host's sticky header or footer may cover what is scrolled into view. */
  :focus {
    scroll-margin: 4em;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* The host's words run as on its page, where ours are in a language of the other direction. */
  [dir='ltr'] ::slotted(:dir(rtl)) {
    direction: rtl;
  }

  [dir='rtl'] ::slotted(:dir(ltr)) {
    direction: ltr;
  }

  svg {
    inline-size: 1em;
    block-size: 1em;
    flex: none;
    vertical-align: -0.125em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;
