import { css } from 'lit';

/** A muted line, as high as the text around it. */
export const styles = css`
  :host {
    display: inline-block;
  }

  :host::before {
    content: none;
  }

  [part='base'] {
    min-inline-size: 0;
    inline-size: fit-content;
    container-type: normal;
    overflow-wrap: normal; /* with anywhere, as in our base styles, it would shrink in a narrow row to one letter's width */
    font-size: 0.875em;
    color: var(--_muted);
  }

  [part='image'] {
    display: block;
    block-size: 1.5em;
  }

  a {
    color: inherit;
  }
`;
