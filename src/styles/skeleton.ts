import { css } from 'lit';

/** The place of what is on its way, as large as it will be, so that nothing jumps when it comes. */
export const skeletonStyles = css`
  [part='skeleton'] {
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_fill);
  }
`;
