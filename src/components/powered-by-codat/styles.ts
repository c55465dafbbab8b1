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
    overflow-wrap: normal; /* in a row that is short of room, it would take the width of one letter */
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
