import { css } from 'lit';

/** One situation at a time in the space of the element: heading, words, a bar when something is awaited, actions. */
export const panelStyles = css`
  [part~='panel'] {
    display: grid;
    gap: calc(var(--_space) * 0.75);
    justify-items: start;
    max-inline-size: 36em;
    padding-block: var(--_space);
  }

  [part~='panel'] [part='actions'] {
    margin-block-start: calc(var(--_space) * 0.25);
  }

  [part='mark'] {
    display: grid;
    place-items: center;
    inline-size: 2.5em;
    block-size: 2.5em;
    border-radius: 50%;
    color: var(--_muted);
    background: var(--_fill);
  }

  [part='mark'] svg {
    inline-size: 1.25em;
    block-size: 1.25em;
  }
`;
