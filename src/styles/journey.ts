import { css } from 'lit';

/** What stands between choosing a platform and being connected. It comes with the journey, not before. */
export const journeyStyles = css`
  [part='terms'] {
    display: grid;
    gap: calc(var(--_space) * 0.75);
    inline-size: 100%;
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_border);
  }

  [part='term-title'] {
    font-weight: 600;
  }

  [part='term-text'] {
    white-space: pre-line;
  }

  [part='agree'] {
    display: flex;
    gap: 0.75em;
    align-items: baseline;
    min-block-size: 2.75em;
    padding-block: 0.5em;
    cursor: pointer;
  }

  [part='agree'] input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    min-block-size: 0;
    margin: 0;
    padding: 0;
    accent-color: var(--_accent);
    translate: 0 0.25em;
  }

  [part='shares'] {
    display: grid;
    inline-size: 100%;
  }

  [part='share'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1em;
    min-block-size: 2.75em;
    border-block-start: 1px solid var(--_border);
  }

  [part='share'] [part~='button'] {
    margin-inline-start: auto;
  }

  [part='share'] [part='note'] {
    flex-basis: 100%;
  }

  [part='share-name'] {
    font-weight: 600;
  }

  [part='share'] svg {
    vertical-align: -0.125em;
  }

  [part='link'] {
    inline-size: 100%;
  }

  [part='missing'] {
    font-weight: 600;
  }

  [part='missing'] svg {
    vertical-align: -0.125em;
    color: var(--_danger);
  }
`;
