import { css } from 'lit';
import { deferredBaseStyles } from './deferred-base.js';
import { fieldStyles } from './field.js';
import { indeterminateBarStyles } from './indeterminate-bar.js';

/** The panels of the journey: needs, consent, waiting and done. Loads with the journey's module. */
export const journeyStyles = css`
  ${deferredBaseStyles}
  ${fieldStyles}
  ${indeterminateBarStyles}

  [part='needs-title'],
  [part='term-title'],
  [part='share-name'],
  [part='missing'],
  [part='invalid'],
  [part='connected-row'] [part='name'] {
    font-weight: 600;
  }

  [part='needs'] {
    display: grid;
    gap: 0.25em;
    padding-inline-start: 1.25em;
    list-style: disc;
  }

  /* The platform's own button: never tinted, cropped or distorted, as its brand guidelines require. Both images share one grid cell. */
  [part='branded'] {
    display: grid;
    justify-self: center;
    padding: 0;
    border: 0;
    border-radius: 0;
    background: transparent;
    opacity: 1;
  }

  [part='branded']:hover {
    background: transparent;
  }

  /* A press during which the pointer moves a little still counts as a click, instead of dragging the image. */
  [part='branded'] img {
    pointer-events: none;
    grid-area: 1 / 1;
    max-block-size: 3em;
    max-inline-size: 100%;
  }

  [part='branded']:is(:hover, :focus-visible) img:first-child,
  [part='branded']:not(:hover, :focus-visible) img:last-child {
    visibility: hidden;
  }

  [part='key'] {
    display: block;
    padding-block-end: 0.75em;
    -webkit-user-select: all;
    user-select: all;
  }

  [part='mark'][data-tone='success'] path {
    stroke-dasharray: 24;
    animation: draw 200ms ease-out;
  }

  [part='connected-row'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em var(--_space);
    align-items: center;
    inline-size: 100%;
    padding-block: calc(var(--_space) * 0.875);
    border-block: 1px solid var(--_border);
  }

  .connected-text {
    flex: 1 1 10em;
  }

  .connected-text [part='status'] {
    display: inline-flex;
    gap: 0.375em;
    align-items: center;
  }

  [part='waiting'] {
    inline-size: 100%;
    block-size: 3px;
    border-radius: 2px;
    background: var(--_fill);
    overflow: hidden;
  }

  [part='terms'] {
    display: grid;
    gap: calc(var(--_space) * 0.75);
    inline-size: 100%;
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_border);
  }

  [part='term-text'] {
    white-space: pre-line;
  }

  [part='agree'] {
    display: flex;
    gap: 0.75em;
    align-items: baseline;
    min-block-size: var(--_target);
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

  [part='in-app'] {
    display: grid;
    gap: calc(var(--_space) * 0.75);
    inline-size: 100%;
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_fill);
  }

  [part='footer'] {
    display: flex;
    flex-wrap: wrap;
    align-content: start;
    align-items: baseline;
    gap: 0.25em 1.5em;
  }

  [part='footer'] ::slotted(*) {
    margin-block-start: var(--_space);
  }

  [part='footer'] [part='group'] {
    flex-basis: 100%;
    margin-block-start: var(--_space);
  }

  summary[part='needs-title'] {
    inline-size: fit-content;
    min-block-size: var(--_target);
    padding-block: 0.5em;
    cursor: pointer;
  }

  /* Safari draws its triangle beside any summary. */
  [part~='quiet']::-webkit-details-marker {
    display: none;
  }

  [part='not-listed'][open] {
    flex-basis: 100%;
    padding-block-end: calc(var(--_space) * 0.5);
  }

  /* Else the focus ring would cross the advice below. */
  [open] > [part~='quiet'] {
    margin-block-end: 0.25em;
  }

  /* An empty live region takes no gap of its own. */
  [part='actions'] [part='small told']:empty {
    margin-inline-start: -1em;
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
    min-block-size: var(--_target);
    border-block-start: 1px solid var(--_border);
  }

  [part='share'] [part~='button'] {
    margin-inline-start: auto;
  }

  [part='share'] [part='note'] {
    flex-basis: 100%;
  }

  [part='link'] {
    inline-size: 100%;
  }

  [part='missing'] svg,
  [part='invalid'] svg {
    color: var(--_danger);
  }

  /* The bar and the arrows follow the direction of the text. */
  [part='waiting']:dir(rtl),
  [part~='button'] svg:dir(rtl) {
    scale: -1 1;
  }

  @keyframes draw {
    from {
      stroke-dashoffset: 24;
    }
  }
`;
