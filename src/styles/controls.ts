import { css } from 'lit';

/** Buttons, links that act as one, and the row they stand in. */
export const controls = css`
  button,
  [part~='button'] {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: 2.75em;
    padding: 0.5em 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition: background-color 120ms ease-out;
  }

  button:hover,
  [part~='button']:hover {
    background: var(--_fill);
  }

  [part~='primary'],
  [part~='primary']:hover {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }

  [part~='primary']:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_on-accent));
  }

  [part~='quiet'] {
    padding-inline: 0;
    border-color: transparent;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }

  [part~='quiet']:hover {
    background: transparent;
    text-decoration-thickness: 2px;
  }

  button[aria-disabled] {
    opacity: 0.6;
    cursor: default;
  }

  [part='actions'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      transition: none !important;
      animation: none !important;
    }
  }
`;
