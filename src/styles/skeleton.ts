import { css } from 'lit';

/** A placeholder as large as the content to come, so that the page doesn't shift. */
export const skeletonStyles = css`
  [part='skeleton'] {
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_fill);
  }
`;
