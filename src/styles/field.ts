import { css } from 'lit';

/** A field to type in or to copy from, and what it is called. */
export const fieldStyles = css`
  label {
    font-weight: 600;
  }

  input {
    min-block-size: 2.75em;
    padding: 0.5em 0.75em;
    border: 1px solid color-mix(in srgb, currentColor 60%, transparent);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
    /* Below this iOS zooms the page when the field has focus. */
    font-size: max(1em, 16px);
  }
`;
