import { css } from 'lit';

/** First data: a bar with a number, and a line a type. */
export const styles = css`
  [part='base'] {
    display: grid;
    gap: calc(var(--_space) * 0.75);
  }

  progress {
    inline-size: 100%;
    block-size: 0.5em;
    border: 0;
    border-radius: 0.25em;
    background: var(--_fill);
    accent-color: var(--_accent);
    overflow: hidden;
    appearance: none;
  }

  progress::-webkit-progress-bar {
    background: var(--_fill);
  }

  progress::-webkit-progress-value {
    background: var(--_accent);
    border-radius: inherit;
    transition: inline-size 200ms ease-out;
  }

  progress::-moz-progress-bar {
    background: var(--_accent);
  }

  [part='types'] {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(18em, 100%), 1fr));
    column-gap: calc(var(--_space) * 2);
  }

  [part='type'] {
    display: flex;
    justify-content: space-between;
    gap: 1em;
    padding-block: 0.375em;
    border-block-end: 1px solid var(--_border);
  }

  [part='progress'] {
    display: inline-flex;
    align-items: center;
    gap: 0.375em;
    color: var(--_muted);
    white-space: nowrap;
  }

  [part='progress'][data-progress='ready'] svg {
    color: var(--_success);
  }

  [part='progress'][data-progress='failed'] svg {
    color: var(--_danger);
  }
`;
