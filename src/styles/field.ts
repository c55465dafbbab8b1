import { css } from 'lit';

/** Text fields and their labels. */
export const fieldStyles = css`
  label {
    font-weight: 600;
  }

  input {
    min-block-size: var(--_target);
    padding: 0.5em 0.75em;
    border: 1px solid color-mix(in srgb, currentColor 60%, transparent);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
    /* Below this size iOS zooms the page when the field gets focus. */
    font-size: max(1em, 16px);
  }

  /* Else Safari on a Mac draws the system's: white, small and in its own font (WebKit, RenderThemeMac::adjustSearchFieldStyle). */
  [type='search'] {
    appearance: none;
  }
`;
