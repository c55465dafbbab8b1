import { css } from 'lit';

/** The picker: a field to search by, then tiles under the titles of their groups. */
export const styles = css`
  [part='base'] {
    display: grid;
    gap: calc(var(--_space) * 1.25);
  }

  [part='intro'] {
    color: var(--_muted);
    margin-block-start: calc(var(--_space) * 0.25);
  }

  [part='search'] {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25em 0.75em;
  }

  [part='search'] label {
    font-weight: 600;
  }

  [part='search'] [part='small'] {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }

  input {
    flex: 1 0 100%;
    min-inline-size: 0;
    min-block-size: 2.75em;
    padding: 0.5em 0.75em;
    border: 1px solid color-mix(in srgb, currentColor 50%, transparent);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
  }

  [part='group'] {
    display: grid;
    gap: calc(var(--_space) * 0.5);
  }

  [part='group-title'] {
    font-size: 0.875em;
    font-weight: 600;
    color: var(--_muted);
  }

  [part='tiles'] {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(13em, 100%), 1fr));
    gap: 0.5em;
  }

  [part~='tile'] {
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 4em;
    justify-content: start;
    gap: 0.75em;
    padding: 0.5em 0.75em;
    text-align: start;
  }

  [part~='tile']:hover {
    border-color: currentColor;
  }

  [part='tile-text'] {
    display: grid;
    gap: 0.125em;
    min-inline-size: 0;
  }

  [part='mark-text'] {
    display: flex;
    align-items: center;
    gap: 0.375em;
    font-size: 0.875em;
    color: var(--_muted);
  }

  [part='mark-text'][data-standing='connected'] svg {
    color: var(--_success);
  }

  [part='mark-text'][data-standing='pending'] svg {
    color: var(--_warning);
  }

  [part='branded'] {
    display: grid;
    justify-items: start;
    margin-block-start: 0.25em;
  }

  [part='branded'] img {
    grid-area: 1 / 1;
    block-size: 2.25em;
    max-inline-size: 100%;
    object-fit: contain;
    object-position: left;
  }

  [part~='tile']:is(:hover, :focus-visible) [part='branded'] img:first-child,
  [part~='tile']:not(:hover, :focus-visible) [part='branded'] img:last-child {
    visibility: hidden;
  }

  [part='skeleton'] {
    block-size: 4em;
    border-radius: var(--_radius);
    background: var(--_fill);
  }

  [part='invalid'] {
    font-weight: 600;
  }

  [part='invalid'] svg {
    vertical-align: -0.125em;
    color: var(--_danger);
  }

  [part='footer'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1.5em;
  }
`;
