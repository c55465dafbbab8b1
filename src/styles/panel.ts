import { css } from 'lit';

/** A view that fills the element: mark, heading, message, actions. */
export const panelStyles = css`
  [part~='panel'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 0.75);
    justify-items: start;
    max-inline-size: 36em;
    padding-block: var(--_space);
  }

  [part='actions'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
  }

  [part~='panel'] [part='actions'] {
    margin-block-start: calc(var(--_space) * 0.25);
  }

  [part~='panel'] > [part~='back'] {
    margin-block: calc(var(--_space) * -0.75) calc(var(--_space) * -0.25);
  }

  /* The arrow begins where the heading does. */
  [part~='back'] svg {
    margin-inline: -0.3125em 0.3125em;
  }

  /* Where the element is as narrow as on a phone, its buttons have one width. */
  @container (max-width: 29.99em) {
    [part~='panel'] > [part='actions'] {
      display: grid;
      justify-self: stretch;
    }
  }

  button[part~='reference'] {
    min-block-size: 1.75em;
    padding: 0;
    border: 0;
    text-align: inherit;
    text-decoration-line: underline;
    text-decoration-style: dotted;
    text-underline-offset: 0.25em;
    -webkit-user-select: all;
    user-select: all;
  }

  @media (pointer: coarse) {
    button[part~='reference'] {
      min-block-size: var(--_target);
    }
  }

  [part='small told']:not(:empty) {
    margin-inline-start: 0.75em;
  }

  [data-tone='success'] svg {
    color: var(--_success);
  }

  [data-tone='warning'] svg {
    color: var(--_warning);
  }

  [data-tone='danger'] svg {
    color: var(--_danger);
  }
`;
